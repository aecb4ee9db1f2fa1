package dev.lamina.dsl.search;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.OptionalLong;

/**
 * A whole number from {@code low} to {@code high}, both included.
 *
 * @param name its name
 * @param low the least value
 * @param high the largest value, a whole number of steps above {@code low}
 * @param step the distance of neighbouring values, at least 1; 1 by default
 * @param logarithmic whether equal ratios are equal steps, so that 1 to 10 is tried as often as 10
 *     to 100; false by default; only without steps, and if {@code low} is at least 1
 */
public record IntParam(String name, int low, int high, int step, boolean logarithmic)
    implements Param<Integer> {

  private static final double HALF = 0.5;

  /** With every option at its default. */
  public IntParam(String name, int low, int high) {
    this(name, low, high, 1, false);
  }

  /** Checks the numbers. */
  public IntParam {
    Requirement.of("integer", name, low, high)
        .required(name)
        .atLeast(low, "high", high, "give the least and the largest value in this order")
        .atLeast(1, "step", step, "give the distance of two values, such as 16");
    Requirement.of("log")
        .that(
            !logarithmic || low >= 1,
            "low",
            "at least 1 on a logarithmic scale",
            low,
            "raise `low`")
        .that(
            !logarithmic || step == 1,
            "step",
            "1 on a logarithmic scale",
            step,
            "leave out one of both");
    long rest = ((long) high - low) % step;
    Requirement.of("step", step)
        .that(
            rest == 0,
            "high",
            "a whole number of steps above " + low,
            high,
            "use `high` = " + (high - rest) + " or another step");
  }

  /** The same parameter with values so far apart. */
  public IntParam step(int distance) {
    return new IntParam(name, low, high, distance, logarithmic);
  }

  /** The same parameter on a logarithmic scale. */
  public IntParam log() {
    return new IntParam(name, low, high, step, true);
  }

  @Override
  public Integer at(double place) {
    if (logarithmic) {
      double inside = Math.max(0, Math.min(1, place));
      double value = StrictMath.exp(lowest() + inside * (highest() - lowest()));
      return (int) Math.max(low, Math.min(high, Math.round(value)));
    }
    return (int) (low + cells().index(place) * step);
  }

  @Override
  public double place(Integer value) {
    return logarithmic
        ? (StrictMath.log(value) - lowest()) / (highest() - lowest())
        : cells().place(((long) value - low) / step);
  }

  @Override
  public boolean has(Integer value) {
    return value >= low && value <= high && ((long) value - low) % step == 0;
  }

  @Override
  public OptionalLong count() {
    return OptionalLong.of(cells().count());
  }

  @Override
  public Integer nth(long index) {
    return (int) (low + index * step);
  }

  @Override
  public boolean isOrdered() {
    return true;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.integer(this);
  }

  @Override
  public String toString() {
    return Code.call("integer", name, low, high)
        .thenIf(step != 1, "step", step)
        .thenIf(logarithmic, "log")
        .toString();
  }

  private Cells cells() {
    return new Cells(((long) high - low) / step + 1);
  }

  /** Half a number below the first, so that the first and the last are as likely as the others. */
  private double lowest() {
    return StrictMath.log(low - HALF);
  }

  private double highest() {
    return StrictMath.log(high + HALF);
  }
}
