package dev.lamina.training.engine;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a network had learned at one moment: parameters, and what its optimizer remembers. */
public final class Snapshot {

  private final INDArray parameters;
  private final Optional<INDArray> optimizerState;
  private final int iterations;
  private final int epochs;
  private final double rateFactor;

  Snapshot(
      INDArray parameters,
      Optional<INDArray> optimizerState,
      int iterations,
      int epochs,
      double rateFactor) {
    this.parameters = parameters;
    this.optimizerState = optimizerState;
    this.iterations = iterations;
    this.epochs = epochs;
    this.rateFactor = rateFactor;
  }

  INDArray parameters() {
    return parameters;
  }

  Optional<INDArray> optimizerState() {
    return optimizerState;
  }

  int iterations() {
    return iterations;
  }

  int epochs() {
    return epochs;
  }

  double rateFactor() {
    return rateFactor;
  }
}
