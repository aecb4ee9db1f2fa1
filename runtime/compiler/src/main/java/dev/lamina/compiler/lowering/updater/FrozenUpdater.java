package dev.lamina.compiler.lowering.updater;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;

/** Turns any gradient into zeros, in place. */
final class FrozenUpdater implements GradientUpdater<Frozen> {

  private final Frozen config;

  FrozenUpdater(Frozen config) {
    this.config = config;
  }

  @Override
  public Frozen getConfig() {
    return config;
  }

  @Override
  public void setState(Map<String, INDArray> stateMap, boolean initialize) {
    if (!stateMap.isEmpty()) {
      throw new IllegalArgumentException(
          "Frozen expects no state arrays, but got %s. %s"
              .formatted(
                  stateMap.keySet(), "Fix: restore the state that this optimizer saved: none."));
    }
  }

  @Override
  public Map<String, INDArray> getState() {
    return Map.of();
  }

  @Override
  public void setStateViewArray(
      INDArray viewArray, long[] gradientShape, char gradientOrder, boolean initialize) {
    // There is no state.
  }

  /** Assigned, not multiplied: a gradient that is not finite must give 0 as well. */
  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    gradient.assign(0);
  }
}
