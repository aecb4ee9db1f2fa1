package dev.lamina.benchmark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.ParameterStore;
import dev.lamina.benchmark.subject.Predictor;
import dev.lamina.benchmark.work.Samples;

/** The block's forward function, without the {@code Predictor} of DJL, which is slower. */
final class DjlPredictor implements Predictor {

  /** Kept, since a model that nobody has is closed by its finalizer. */
  private final DjlNetwork network;

  private final ParameterStore parameters;
  private final float[][] rows;
  private final float[] flat;

  DjlPredictor(DjlNetwork network, Samples samples) {
    this.network = network;
    parameters = new ParameterStore(network.model().getNDManager(), false);
    rows = samples.features();
    flat = samples.flat();
  }

  @Override
  public double row(int index) {
    return predict(rows[index], new Shape(1, network.net().features()))[0];
  }

  @Override
  public double rows() {
    float[] outputs = predict(flat, new Shape(rows.length, network.net().features()));
    return outputs[outputs.length - network.net().outputs()];
  }

  float[] predict(float[] features, Shape shape) {
    try (NDManager manager = network.model().getNDManager().newSubManager()) {
      NDList input = new NDList(manager.create(features, shape));
      NDArray output =
          network.model().getBlock().forward(parameters, input, false).singletonOrThrow();
      NDArray probable = network.net().binary() ? Activation.sigmoid(output) : output.softmax(-1);
      return probable.toFloatArray();
    }
  }
}
