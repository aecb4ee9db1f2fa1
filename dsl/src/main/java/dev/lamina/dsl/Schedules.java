package dev.lamina.dsl;

import dev.lamina.dsl.optimizer.ConstantRate;
import dev.lamina.dsl.optimizer.CosineDecay;
import dev.lamina.dsl.optimizer.CosineRestarts;
import dev.lamina.dsl.optimizer.ExponentialDecay;
import dev.lamina.dsl.optimizer.InverseTimeDecay;
import dev.lamina.dsl.optimizer.LinearDecay;
import dev.lamina.dsl.optimizer.OneCycle;
import dev.lamina.dsl.optimizer.Piecewise;
import dev.lamina.dsl.optimizer.PolynomialDecay;
import dev.lamina.dsl.optimizer.Schedule;
import dev.lamina.dsl.optimizer.StepDecay;
import dev.lamina.dsl.optimizer.WarmUp;

/**
 * How the learning rate changes, for {@code adam(linearDecay(0.1, 0.01, 100))}: by iteration, or
 * with {@code .perEpoch()} by epoch.
 */
public final class Schedules {

  private Schedules() {}

  /** The same rate throughout, as the number alone is; for {@link #warmUp}. */
  public static ConstantRate constantRate(double rate) {
    return new ConstantRate(rate);
  }

  /** Along a line from the initial to the last rate, which stays. */
  public static LinearDecay linearDecay(double initial, double last, int steps) {
    return new LinearDecay(initial, last, steps);
  }

  /** The initial rate, multiplied by the factor every so many steps. */
  public static StepDecay stepDecay(double initial, double factor, int every) {
    return new StepDecay(initial, factor, every);
  }

  /** The initial rate, multiplied by the factor within so many steps, and so on smoothly. */
  public static ExponentialDecay exponentialDecay(double initial, double factor, int steps) {
    return new ExponentialDecay(initial, factor, steps);
  }

  /** The initial rate, divided by 1 plus the decay for every so many steps, smoothly. */
  public static InverseTimeDecay inverseTimeDecay(double initial, double decay, int steps) {
    return new InverseTimeDecay(initial, decay, steps);
  }

  /** From the initial to the last rate, which stays, by a power of the time left, 1. */
  public static PolynomialDecay polynomialDecay(double initial, double last, int steps) {
    return new PolynomialDecay(initial, last, steps);
  }

  /** Down half a cosine from the initial rate to 0, which stays. */
  public static CosineDecay cosineDecay(double initial, int steps) {
    return new CosineDecay(initial, steps);
  }

  /** Down half a cosine from the initial rate to 0, in cycles that are each twice as long. */
  public static CosineRestarts cosineRestarts(double initial, int firstCycle) {
    return new CosineRestarts(initial, firstCycle);
  }

  /** From peak / 25 up for 0.3 of the steps, then down to a 1e-4 of the start, which stays. */
  public static OneCycle oneCycle(double peak, int steps) {
    return new OneCycle(peak, steps);
  }

  /** Along a line from 0 to the first rate of a schedule, which follows. */
  public static WarmUp warmUp(int steps, Schedule schedule) {
    return new WarmUp(steps, schedule);
  }

  /** The initial rate, and others from the steps on that {@code .then(step, rate)} gives. */
  public static Piecewise piecewise(double initial) {
    return new Piecewise(initial);
  }
}
