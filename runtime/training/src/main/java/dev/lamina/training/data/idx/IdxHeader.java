package dev.lamina.training.data.idx;

import dev.lamina.training.data.file.DataFile;
import dev.lamina.training.data.file.DataFileException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The start of an IDX file: two zeros, the type, how many dimensions, and how long each is.
 *
 * @param type what numbers follow
 * @param shape how long each dimension is
 */
record IdxHeader(IdxType type, List<Integer> shape) {

  /** What an array of Java may hold. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

  static IdxHeader read(DataFile file, InputStream content) throws IOException {
    DataInputStream start = new DataInputStream(content);
    int magic = start.readInt();
    Optional<IdxType> type = IdxType.of(magic >>> 8);
    int dimensions = magic & 0xFF;
    if (type.isEmpty() || dimensions == 0) {
      throw file.fault(
          "is no IDX file: it must start with two zeros, a type from 08 to 0E and the number of "
              + "dimensions but starts with %08X.".formatted(magic),
          "give a file such as `train-images-idx3-ubyte.gz`.");
    }
    List<Integer> shape = new ArrayList<>();
    for (int dimension = 0; dimension < dimensions; dimension++) {
      shape.add(start.readInt());
    }
    return new IdxHeader(type.get(), List.copyOf(shape));
  }

  /** All bytes that follow, which must be as many as the header says. */
  byte[] numbers(DataFile file, InputStream content) throws IOException {
    long bytes = bytes(file);
    if (bytes > file.mostBytes()) {
      throw tooShort(file, bytes);
    }
    byte[] numbers = content.readNBytes((int) bytes);
    if (numbers.length < bytes) {
      throw tooShort(file, bytes);
    }
    if (content.read() >= 0) {
      throw file.fault(
          "goes on after the %d bytes of the shape %s that it names.".formatted(bytes, shape),
          "fetch it again: it is damaged.");
    }
    return numbers;
  }

  private long bytes(DataFile file) {
    long bytes = type.bytes();
    for (int length : shape) {
      // No dimension is longer than 2^31, and the product before it is not either.
      bytes = length < 0 || bytes > MOST_BYTES ? Long.MAX_VALUE : bytes * length;
    }
    if (bytes > MOST_BYTES) {
      throw file.fault(
          "names the shape %s, which memory cannot hold as one array.".formatted(shape),
          "fetch it again if it is damaged, or split it.");
    }
    return bytes;
  }

  private DataFileException tooShort(DataFile file, long bytes) {
    return file.fault(
        "ends before the %d bytes of the shape %s that it names: it is truncated."
            .formatted(bytes, shape),
        "fetch it again.");
  }
}
