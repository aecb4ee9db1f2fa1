package dev.lamina.dsl.training;

/** The data type that a network computes and stores its parameters with. */
public enum Precision {
  /** Single precision, IEEE 754 binary32: 4 bytes a number. */
  FLOAT32(4),
  /** Double precision, IEEE 754 binary64: 8 bytes a number. */
  FLOAT64(8);

  private final int bytes;

  Precision(int bytes) {
    this.bytes = bytes;
  }

  /** The size of one number. */
  public int bytes() {
    return bytes;
  }

  /** Whether this number is finite, and stays so in this type. */
  public boolean holds(double value) {
    return this == FLOAT32 ? Float.isFinite((float) value) : Double.isFinite(value);
  }
}
