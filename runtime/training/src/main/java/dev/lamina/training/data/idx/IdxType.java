package dev.lamina.training.data.idx;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** What numbers an IDX file holds. */
public enum IdxType {
  /** One byte each, from 0 to 255. */
  UNSIGNED_BYTE(0x08, Byte.BYTES),
  /** One byte each, from -128 to 127. */
  SIGNED_BYTE(0x09, Byte.BYTES),
  /** Two bytes each, whole numbers. */
  SHORT(0x0B, Short.BYTES),
  /** Four bytes each, whole numbers. */
  INT(0x0C, Integer.BYTES),
  /** Four bytes each, single precision. */
  FLOAT(0x0D, Float.BYTES),
  /** Eight bytes each, double precision. */
  DOUBLE(0x0E, Double.BYTES);

  private final int code;
  private final int bytes;

  IdxType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  static Optional<IdxType> of(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }

  /** How many bytes a number takes. */
  int bytes() {
    return bytes;
  }

  boolean isWhole() {
    return this != FLOAT && this != DOUBLE;
  }

  /** Number {@code index}, counted from 0, of these, the most significant byte first. */
  double read(ByteBuffer numbers, int index) {
    return switch (this) {
      case UNSIGNED_BYTE -> numbers.get(index) & 0xFF;
      case SIGNED_BYTE -> numbers.get(index);
      case SHORT -> numbers.getShort(index * Short.BYTES);
      case INT -> numbers.getInt(index * Integer.BYTES);
      case FLOAT -> numbers.getFloat(index * Float.BYTES);
      case DOUBLE -> numbers.getDouble(index * Double.BYTES);
    };
  }
}
