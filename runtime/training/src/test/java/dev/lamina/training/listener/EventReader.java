package dev.lamina.training.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads event files by the descriptions of their formats, with a CRC of its own. */
final class EventReader {

  /** The polynomial of Castagnoli, its bits in reverse. */
  private static final int POLYNOMIAL = 0x82f63b78;

  private static final long MASK = 0xa282ead8L;

  private EventReader() {}

  /**
   * An event, each field by its number; messages within it are not taken apart.
   *
   * @param fields bytes for texts and messages, otherwise a {@code Long}, {@code Double} or {@code
   *     Float}
   */
  record Event(Map<Integer, Object> fields) {

    double time() {
      return (double) fields.get(1);
    }

    long step() {
      return (long) fields.get(2);
    }

    String version() {
      return text(fields.get(3));
    }

    /** Such as {@code epoch_loss = 0.5}. */
    String scalar() {
      Map<Integer, Object> value = value();
      return text(value.get(1)) + " = " + value.get(2);
    }

    /** The name of what is to show it, and the class of its data. */
    String plugin() {
      Map<Integer, Object> metadata = message(value().get(9));
      return text(message(metadata.get(1)).get(1)) + " " + metadata.get(4);
    }

    private Map<Integer, Object> value() {
      return message(message(fields.get(5)).get(1));
    }
  }

  /** The events of the one file in this folder. */
  static List<Event> read(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "events.out.tfevents.*")) {
      found.forEach(files::add);
    }
    assertThat(files).hasSize(1);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(files.get(0)));
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] length = take(bytes, 8);
      assertThat(Integer.toUnsignedLong(bytes.getInt())).isEqualTo(maskedCrc(length));
      byte[] content = take(bytes, ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt());
      assertThat(Integer.toUnsignedLong(bytes.getInt())).isEqualTo(maskedCrc(content));
      events.add(new Event(message(content)));
    }
    return events;
  }

  /** As TensorFlow's {@code crc32c.h} defines it, bit by bit. */
  static long maskedCrc(byte[] data) {
    int crc = -1;
    for (byte each : data) {
      crc ^= each & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 1 ? crc >>> 1 ^ POLYNOMIAL : crc >>> 1;
      }
    }
    long whole = Integer.toUnsignedLong(~crc);
    return (((whole >> 15) | (whole << 17)) + MASK) & 0xffffffffL;
  }

  private static Map<Integer, Object> message(Object content) {
    ByteBuffer bytes = ByteBuffer.wrap((byte[]) content).order(ByteOrder.LITTLE_ENDIAN);
    Map<Integer, Object> fields = new LinkedHashMap<>();
    while (bytes.hasRemaining()) {
      long tag = varint(bytes);
      fields.put((int) (tag >> 3), field(bytes, (int) (tag & 7)));
    }
    return fields;
  }

  private static Object field(ByteBuffer bytes, int kind) {
    return switch (kind) {
      case 0 -> varint(bytes);
      case 1 -> bytes.getDouble();
      case 2 -> take(bytes, (int) varint(bytes));
      case 5 -> bytes.getFloat();
      default -> throw new IllegalArgumentException("kind " + kind);
    };
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static byte[] take(ByteBuffer bytes, int count) {
    byte[] taken = new byte[count];
    bytes.get(taken);
    return taken;
  }

  private static String text(Object bytes) {
    return new String((byte[]) bytes, StandardCharsets.UTF_8);
  }
}
