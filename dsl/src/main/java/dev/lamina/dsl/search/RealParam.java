package dev.lamina.dsl.search;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A real number from {@code low} to {@code high}, both included.
 *
 * @param name its name
 * @param low the least value
 * @param high the largest value; where there are steps, a whole number of them above {@code low}
 * @param logarithmic whether equal ratios are equal steps, so that 0.001 to 0.01 is tried as often
 *     as 0.01 to 0.1; false by default; only without steps, and if {@code low} is above 0
 * @param step the distance of neighbouring values, if only some values are tried; none by default
 */
public record RealParam(
    String name, double low, double high, boolean logarithmic, OptionalDouble step)
    implements Param<Double> {

  private static final double ROUNDING = 1e-9;

  /** So many decimal digits of a value count. */
  private static final int DIGITS = 14;

  /** A range so small beside its numbers needs all of their digits. */
  private static final double NARROW = 1e-4;

  /** With every option at its default. */
  public RealParam(String name, double low, double high) {
    this(name, low, high, false, OptionalDouble.empty());
  }

  /** Checks the numbers. */
  public RealParam {
    Requirement.of("real", name, low, high)
        .required(name)
        .finite("low", low, "give the least value")
        .finite("high", high, "give the largest value")
        .that(
            high >= low,
            "high",
            "at least " + Code.literal(low),
            high,
            "give the least and the largest value in this order")
        .finite("high - low", high - low, "give a smaller range");
    Requirement.of("log")
        .that(!logarithmic || low > 0, "low", "above 0 on a logarithmic scale", low, "raise `low`")
        .that(
            !logarithmic || step.isEmpty(),
            "step",
            "absent on a logarithmic scale",
            step,
            "leave it out");
    if (step.isPresent()) {
      checkStep(low, high, step.getAsDouble());
    }
  }

  private static void checkStep(double low, double high, double step) {
    String fix = "give the distance of two values, such as 0.1";
    double steps = (high - low) / step;
    Requirement.of("step", step)
        .positive("step", step, fix)
        .that(
            Math.abs(steps - Math.rint(steps)) <= ROUNDING * Math.max(1, steps),
            "high",
            "a whole number of steps above " + Code.literal(low),
            high,
            "move `high`, or use another step")
        .that(steps < Integer.MAX_VALUE, "step", "large enough to count the values", step, fix);
  }

  /** The same parameter on a logarithmic scale. */
  public RealParam log() {
    return new RealParam(name, low, high, true, step);
  }

  /** The same parameter with values so far apart. */
  public RealParam step(double distance) {
    return new RealParam(name, low, high, logarithmic, OptionalDouble.of(distance));
  }

  @Override
  public Double at(double place) {
    if (step.isPresent()) {
      return stepped(cells().index(place));
    }
    double inside = Math.max(0, Math.min(1, place));
    double value =
        logarithmic
            ? StrictMath.exp(StrictMath.log(low) + inside * ratios())
            : low + inside * (high - low);
    return Math.max(low, Math.min(high, rounded(Math.min(high, value))));
  }

  @Override
  public double place(Double value) {
    if (low == high) {
      return 0;
    }
    if (step.isPresent()) {
      return cells().place(steps(value));
    }
    return logarithmic
        ? (StrictMath.log(value) - StrictMath.log(low)) / ratios()
        : (value - low) / (high - low);
  }

  @Override
  public boolean has(Double value) {
    boolean isInside = value >= low && value <= high;
    return isInside && (step.isEmpty() || Math.abs(stepped(steps(value)) - value) <= tolerance());
  }

  @Override
  public OptionalLong count() {
    if (low == high) {
      return OptionalLong.of(1);
    }
    return step.isPresent() ? OptionalLong.of(cells().count()) : OptionalLong.empty();
  }

  @Override
  public Double nth(long index) {
    return step.isPresent() ? stepped(index) : low;
  }

  @Override
  public boolean isOrdered() {
    return true;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.real(this);
  }

  @Override
  public String toString() {
    Code code = Code.call("real", name, low, high).thenIf(logarithmic, "log");
    return (step.isPresent() ? code.then("step", step.getAsDouble()) : code).toString();
  }

  /** How many times e the range is, as a ratio: the ratio itself may be too large for a number. */
  private double ratios() {
    return StrictMath.log(high) - StrictMath.log(low);
  }

  /** Without the last digits, which are lost on the way to a place and back: 0.01 stays 0.01. */
  private double rounded(double value) {
    if (logarithmic) {
      return new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
    }
    double largest = Math.max(Math.abs(low), Math.abs(high));
    int scale = DIGITS - (int) Math.ceil(StrictMath.log10(largest));
    boolean isNarrow = high - low < largest * NARROW;
    return isNarrow
        ? value
        : new BigDecimal(value).setScale(scale, RoundingMode.HALF_EVEN).doubleValue();
  }

  private Cells cells() {
    return new Cells(Math.round((high - low) / step.getAsDouble()) + 1);
  }

  private long steps(double value) {
    return Math.round((value - low) / step.getAsDouble());
  }

  /** In decimal, so that the third of 0.1, 0.2, ... is 0.3. */
  private double stepped(long index) {
    BigDecimal distance = BigDecimal.valueOf(step.getAsDouble());
    double value =
        BigDecimal.valueOf(low).add(distance.multiply(BigDecimal.valueOf(index))).doubleValue();
    return Math.min(high, value);
  }

  private double tolerance() {
    return ROUNDING * step.getAsDouble();
  }
}
