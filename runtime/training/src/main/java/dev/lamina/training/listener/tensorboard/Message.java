package dev.lamina.training.listener.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A message in the wire format of protocol buffers, field by field.
 *
 * <p>An event of scalars has ten fields of four kinds: a library, and classes generated from
 * schemas, would be a hundred times as much as this.
 */
final class Message {

  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED_32 = 5;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** A whole number that is not negative. */
  Message number(int field, long value) {
    tag(field, VARINT);
    varint(value);
    return this;
  }

  Message real(int field, double value) {
    tag(field, FIXED_64);
    ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.writeBytes(buffer.putDouble(value).array());
    return this;
  }

  Message single(int field, float value) {
    tag(field, FIXED_32);
    ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.writeBytes(buffer.putFloat(value).array());
    return this;
  }

  Message text(int field, String value) {
    return content(field, value.getBytes(StandardCharsets.UTF_8));
  }

  Message message(int field, Message value) {
    return content(field, value.bytes());
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private Message content(int field, byte[] value) {
    tag(field, LENGTH);
    varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  private void tag(int field, int kind) {
    varint((long) field << 3 | kind);
  }

  /** Seven bits a byte, the lowest first; all bytes but the last have their highest bit set. */
  private void varint(long value) {
    long left = value;
    while (left > 0x7f) {
      bytes.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    bytes.write((int) left);
  }
}
