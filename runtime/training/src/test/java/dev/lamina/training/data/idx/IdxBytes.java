package dev.lamina.training.data.idx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** IDX files written byte by byte. */
public final class IdxBytes {

  private IdxBytes() {}

  /** These bytes, given as numbers. */
  public static byte[] of(int... values) {
    byte[] bytes = new byte[values.length];
    for (int index = 0; index < values.length; index++) {
      bytes[index] = (byte) values[index];
    }
    return bytes;
  }

  /** A file of these bytes. */
  public static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** The bytes as a gzip file. */
  public static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    return zipped.toByteArray();
  }
}
