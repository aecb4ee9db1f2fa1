package dev.lamina.training.engine;

import java.util.Map;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Hands on what each layer gave in the forward pass of a training step. */
final class ForwardTap extends BaseTrainingListener {

  private final Consumer<Map<String, INDArray>> reader;

  ForwardTap(Consumer<Map<String, INDArray>> reader) {
    this.reader = reader;
  }

  @Override
  public void onForwardPass(Model model, Map<String, INDArray> activations) {
    reader.accept(activations);
  }
}
