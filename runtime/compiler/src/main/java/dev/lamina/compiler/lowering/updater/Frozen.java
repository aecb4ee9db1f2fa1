package dev.lamina.compiler.lowering.updater;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * The optimizer of frozen parameters: whatever the gradient is, they lose exactly 0.
 *
 * <p>It has no rate and remembers nothing. ND4J's {@code NoOp} lets the gradient through, which
 * moves the parameters by all of it.
 */
public final class Frozen implements IUpdater {

  private static final long serialVersionUID = 1L;

  @Override
  public long stateSize(long numParams) {
    return 0;
  }

  @Override
  public GradientUpdater<Frozen> instantiate(INDArray viewArray, boolean initializeViewArray) {
    return new FrozenUpdater(this);
  }

  @Override
  public GradientUpdater<Frozen> instantiate(
      Map<String, INDArray> updaterState, boolean initializeStateArrays) {
    FrozenUpdater updater = new FrozenUpdater(this);
    updater.setState(updaterState, initializeStateArrays);
    return updater;
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    return Double.NaN; // as ND4J's updaters without a rate
  }

  @Override
  public boolean hasLearningRate() {
    return false;
  }

  @Override
  public void setLrAndSchedule(double lr, ISchedule lrSchedule) {
    throw new UnsupportedOperationException(
        "Frozen has no learning rate, but got %s. %s"
            .formatted(
                lrSchedule == null ? lr : lrSchedule,
                "Fix: set the rate of layers that learn, those whose `hasLearningRate()` holds."));
  }

  @Override
  public Frozen clone() {
    return new Frozen();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frozen;
  }

  @Override
  public int hashCode() {
    return Frozen.class.hashCode();
  }

  @Override
  public String toString() {
    return "Frozen()";
  }
}
