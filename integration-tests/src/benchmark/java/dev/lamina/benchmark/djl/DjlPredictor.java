package dev.lamina.benchmark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import dev.lamina.benchmark.subject.Predictor;
import dev.lamina.benchmark.work.Net;
import dev.lamina.benchmark.work.Samples;

/** The block's forward function, without the {@code Predictor} of DJL, which is slower. */
final class DjlPredictor implements Predictor {

  private final Net net;
  private final Block block;
  private final NDManager manager;
  private final ParameterStore parameters;
  private final float[][] rows;
  private final float[] flat;

  DjlPredictor(DjlNetwork network, Samples samples) {
    net = network.net();
    block = network.model().getBlock();
    manager = network.model().getNDManager();
    parameters = new ParameterStore(manager, false);
    rows = samples.features();
    flat = samples.flat();
  }

  @Override
  public double row(int index) {
    return predict(rows[index], new Shape(1, net.features()))[0];
  }

  @Override
  public double rows() {
    float[] outputs = predict(flat, new Shape(rows.length, net.features()));
    return outputs[outputs.length - net.outputs()];
  }

  float[] predict(float[] features, Shape shape) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDList input = new NDList(manager.create(features, shape));
      NDArray output = block.forward(parameters, input, false).singletonOrThrow();
      NDArray probable = net.binary() ? Activation.sigmoid(output) : output.softmax(-1);
      return probable.toFloatArray();
    }
  }
}
