package dev.lamina.dsl.optimizer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * A learning rate that goes up a line to the first rate of another schedule, which then takes over
 * from its step 0.
 *
 * <pre>{@code
 * eta_k = from + (schedule_0 - from) k / steps      k < steps
 * eta_k = schedule_(k - steps)                      k >= steps
 * }</pre>
 *
 * <p>From 0, the first update leaves the weights as they are. Keras has it as {@code warmup_steps}
 * of {@code CosineDecay}. A step is what it is for the schedule inside.
 *
 * @param steps how long the way up is, at least 1
 * @param schedule what follows
 * @param from the first rate, at least 0; 0 by default
 */
public record WarmUp(int steps, Schedule schedule, double from) implements Schedule {

  private static final double DEFAULT_FROM = 0.0;

  /** From 0. */
  public WarmUp(int steps, Schedule schedule) {
    this(steps, schedule, DEFAULT_FROM);
  }

  /** Checks the numbers. */
  public WarmUp {
    Requirement.of("warmUp", steps, schedule)
        .atLeast(1, "steps", steps, "give the steps of the way up, such as 100")
        .present("schedule", schedule)
        .notNegative("from", from, "give the first rate, such as 1e-4");
  }

  /** The same schedule that starts at this rate. */
  public WarmUp from(double rate) {
    return new WarmUp(steps, schedule, rate);
  }

  @Override
  public boolean isPerEpoch() {
    return schedule.isPerEpoch();
  }

  @Override
  public double rateAt(long step) {
    return step < steps
        ? from + (schedule.rateAt(0) - from) * step / steps
        : schedule.rateAt(step - steps);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.warmUp(this);
  }

  @Override
  public String toString() {
    return Code.call("warmUp", steps, schedule)
        .thenIf(from != DEFAULT_FROM, "from", from)
        .toString();
  }
}
