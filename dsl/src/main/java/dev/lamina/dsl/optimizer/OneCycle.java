package dev.lamina.dsl.optimizer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * A learning rate that goes up to a peak, from there far down, and stays at its end (Smith and
 * Topin 2018), each way half a cosine.
 *
 * <pre>{@code
 * low = peak / startDivisor      last = low / endDivisor      top = rise steps - 1
 * eta_k = peak - (peak - low) (1 + cos(pi k / top)) / 2                               k < top
 * eta_k = last + (peak - last) (1 + cos(pi (k - top) / (steps - 1 - top))) / 2        k >= top
 * }</pre>
 *
 * <p>The last of the steps has the last rate, as in PyTorch's {@code OneCycleLR}. Only the rate
 * cycles; the momentum, which the paper moves the other way, stays as the optimizer has it.
 *
 * @param peak the highest rate, at least 0
 * @param steps how long the cycle is, at least 1
 * @param rise which part of the steps goes up, in [0, 1); 0.3 by default, as in PyTorch
 * @param startDivisor how many times the first rate the peak is, above 0; 25 by default, as in
 *     PyTorch
 * @param endDivisor how many times the last rate the first is, above 0; 1e4 by default, as in
 *     PyTorch
 * @param isPerEpoch whether a step is an epoch; an iteration by default
 */
public record OneCycle(
    double peak, int steps, double rise, double startDivisor, double endDivisor, boolean isPerEpoch)
    implements Schedule {

  private static final double DEFAULT_RISE = 0.3;
  private static final double DEFAULT_START_DIVISOR = 25.0;
  private static final double DEFAULT_END_DIVISOR = 1e4;

  /** With every option at its default. */
  public OneCycle(double peak, int steps) {
    this(peak, steps, DEFAULT_RISE, DEFAULT_START_DIVISOR, DEFAULT_END_DIVISOR, false);
  }

  /** Checks the numbers. */
  public OneCycle {
    Requirement.of("oneCycle", peak, steps)
        .notNegative("peak", peak, "give the highest rate, such as 0.1")
        .atLeast(1, "steps", steps, "give the steps of the cycle, such as 100")
        .share("rise", rise, "give the part of the steps that goes up, such as 0.3")
        .positive("startDivisor", startDivisor, "give the peak over the first rate, such as 25")
        .positive("endDivisor", endDivisor, "give the first rate over the last, such as 1e4");
  }

  /** The same schedule that goes up for this part of its steps. */
  public OneCycle rise(double share) {
    return new OneCycle(peak, steps, share, startDivisor, endDivisor, isPerEpoch);
  }

  /** The same schedule that starts so many times below its peak. */
  public OneCycle startDivisor(double times) {
    return new OneCycle(peak, steps, rise, times, endDivisor, isPerEpoch);
  }

  /** The same schedule that ends so many times below its start. */
  public OneCycle endDivisor(double times) {
    return new OneCycle(peak, steps, rise, startDivisor, times, isPerEpoch);
  }

  /** The same schedule with epochs for steps. */
  public OneCycle perEpoch() {
    return new OneCycle(peak, steps, rise, startDivisor, endDivisor, true);
  }

  @Override
  public double rateAt(long step) {
    double low = peak / startDivisor;
    double last = low / endDivisor;
    double top = Math.max(rise * steps - 1, 0);
    if (step < top) {
      return between(low, peak, step / top);
    }
    double end = steps - 1;
    return step < end ? between(peak, last, (step - top) / (end - top)) : last;
  }

  private static double between(double first, double second, double done) {
    return second + (first - second) * CosineDecay.descent(done);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.oneCycle(this);
  }

  @Override
  public String toString() {
    return Code.call("oneCycle", peak, steps)
        .thenIf(rise != DEFAULT_RISE, "rise", rise)
        .thenIf(startDivisor != DEFAULT_START_DIVISOR, "startDivisor", startDivisor)
        .thenIf(endDivisor != DEFAULT_END_DIVISOR, "endDivisor", endDivisor)
        .thenIf(isPerEpoch, "perEpoch")
        .toString();
  }
}
