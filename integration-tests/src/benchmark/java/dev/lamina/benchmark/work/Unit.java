package dev.lamina.benchmark.work;

/** What results are given in. */
public enum Unit {
  MICROSECONDS("us", 1e6),
  MILLISECONDS("ms", 1e3),
  SECONDS("s", 1),
  TRIALS_PER_MINUTE("trials/min", 60),
  MEBIBYTES("MiB", 1.0 / (1 << 20));

  private final String symbol;
  private final double perBase;

  Unit(String symbol, double perBase) {
    this.symbol = symbol;
    this.perBase = perBase;
  }

  public String symbol() {
    return symbol;
  }

  /** A number of seconds, bytes, or trials in a second, in this unit. */
  public double of(double base) {
    return base * perBase;
  }
}
