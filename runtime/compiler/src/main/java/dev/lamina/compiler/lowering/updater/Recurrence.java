package dev.lamina.compiler.lowering.updater;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * An optimizer that remembers a fixed number of vectors and moves weights by a recurrence.
 *
 * <p>The state of n parameters is one vector of k n numbers, one part after another. A subclass has
 * the numbers of its recurrence, and the recurrence; its class name is written into model files.
 */
public abstract class Recurrence implements IUpdater {

  private static final long serialVersionUID = 1L;

  private double learningRate;
  private ISchedule learningRateSchedule;

  /** With a schedule the rate is NaN and without one the schedule null, as DL4J has them. */
  Recurrence(double learningRate, ISchedule learningRateSchedule) {
    if (learningRateSchedule == null && !(learningRate >= 0 && Double.isFinite(learningRate))) {
      throw new IllegalArgumentException(
          "%s expects `learningRate` to be finite and zero or greater, but got %s. %s"
              .formatted(
                  getClass().getSimpleName(), learningRate, "Fix: give a number in that range."));
    }
    this.learningRate = learningRate;
    this.learningRateSchedule = learningRateSchedule;
  }

  /** The names of the parts of the state, in their order. */
  abstract List<String> parts();

  /** The numbers of the recurrence, in the order of the constructor. */
  abstract List<Object> constants();

  /**
   * Turns the gradient into what the weights lose, in place.
   *
   * @param sweep the gradient, and one part of the state after another
   * @param step the number of this update, from 1
   */
  abstract <N extends Numbers<N>> void update(Sweep<N> sweep, double rate, int step);

  /** The same on these arrays, again and again; the state's are of the gradient's shape. */
  final Motion on(INDArray gradient, List<INDArray> state) {
    if (!Sweep.isOnHost(gradient, state)) {
      return elsewhere(gradient, state);
    }
    return through(Sweep.of(gradient, state));
  }

  /** The same where Java does not reach the numbers. */
  Motion elsewhere(INDArray gradient, List<INDArray> state) {
    return through(Sweep.whole(gradient, state));
  }

  private <N extends Numbers<N>> Motion through(Sweep<N> sweep) {
    return (rate, step) -> update(sweep, rate, step);
  }

  /** What a part of the state starts at. */
  double start() {
    return 0;
  }

  @Override
  public long stateSize(long numParams) {
    return parts().size() * numParams;
  }

  @Override
  public GradientUpdater<Recurrence> instantiate(INDArray viewArray, boolean initializeViewArray) {
    RecurrenceUpdater updater = new RecurrenceUpdater(this);
    long[] gradientShape = {viewArray.length() / parts().size()};
    updater.setStateViewArray(viewArray, gradientShape, viewArray.ordering(), initializeViewArray);
    return updater;
  }

  @Override
  public GradientUpdater<Recurrence> instantiate(
      Map<String, INDArray> updaterState, boolean initializeStateArrays) {
    RecurrenceUpdater updater = new RecurrenceUpdater(this);
    updater.setState(updaterState, initializeStateArrays);
    return updater;
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    return learningRateSchedule == null
        ? learningRate
        : learningRateSchedule.valueAt(iteration, epoch);
  }

  @Override
  public boolean hasLearningRate() {
    return true;
  }

  @Override
  public void setLrAndSchedule(double lr, ISchedule lrSchedule) {
    this.learningRate = lr;
    this.learningRateSchedule = lrSchedule;
  }

  @Override
  public Recurrence clone() {
    try {
      return (Recurrence) super.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("An updater can be cloned", impossible);
    }
  }

  /** NaN equals NaN here: with a schedule the rate is NaN, and DL4J groups layers by equality. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Recurrence that
        && getClass() == that.getClass()
        && Double.compare(learningRate, that.learningRate) == 0
        && Objects.equals(learningRateSchedule, that.learningRateSchedule)
        && constants().equals(that.constants());
  }

  @Override
  public int hashCode() {
    return Objects.hash(getClass().getName(), learningRate, learningRateSchedule, constants());
  }

  @Override
  public String toString() {
    Object rate = learningRateSchedule == null ? learningRate : learningRateSchedule;
    return getClass().getSimpleName()
        + "(learningRate="
        + rate
        + ", constants="
        + constants()
        + ")";
  }
}
