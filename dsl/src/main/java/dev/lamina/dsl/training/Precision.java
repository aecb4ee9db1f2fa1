package dev.lamina.dsl.training;

/** The data type that a network computes and stores its parameters with. */
public enum Precision {
  /** Single precision, IEEE 754 binary32: 4 bytes a number. */
  FLOAT32(4, 0x1.ffffffp127),
  /** Double precision, IEEE 754 binary64: 8 bytes a number. */
  FLOAT64(8, Double.POSITIVE_INFINITY);

  private final int bytes;

  /** From which size on numbers are rounded to infinity. */
  private final double end;

  Precision(int bytes, double end) {
    this.bytes = bytes;
    this.end = end;
  }

  /** The size of one number. */
  public int bytes() {
    return bytes;
  }

  /** Whether this number is finite, and stays so in this type. */
  public boolean holds(double value) {
    return Math.abs(value) < end;
  }
}
