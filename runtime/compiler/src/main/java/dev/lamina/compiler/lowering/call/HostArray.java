package dev.lamina.compiler.lowering.call;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The numbers of an array without gaps, as they lie in the memory of the host. */
public final class HostArray {

  /** From so many numbers on two threads take half the time of one, and less they do not. */
  private static final long WORTH_SHARING = 1 << 18;

  private static final int ROWS_IN_A_SHARE = 64;

  private final INDArray array;
  private final int length;
  private final Memory memory;

  private HostArray(INDArray array, Memory memory) {
    this.array = array;
    this.length = Math.toIntExact(array.length());
    this.memory = memory;
  }

  /** How numbers of one type are copied. */
  private interface Memory {
    void read(double[] into, int length);

    void write(double[] from, int at);

    /** The same memory for another thread. */
    Memory shared();
  }

  /** Of an array of single or double precision whose numbers lie next to each other. */
  public static HostArray of(INDArray array) {
    return new HostArray(
        array,
        array.dataType() == DataType.DOUBLE
            ? new Doubles(doubles(array))
            : Floats.of(floats(array)));
  }

  /** The memory of an array of single precision. */
  public static FloatBuffer floats(INDArray array) {
    return new FloatPointer(reachable(array).data().addressPointer())
        .capacity(array.length())
        .asBuffer();
  }

  /** The memory of an array of double precision. */
  public static DoubleBuffer doubles(INDArray array) {
    return new DoublePointer(reachable(array).data().addressPointer())
        .capacity(array.length())
        .asBuffer();
  }

  /** Whether Java reaches all numbers of an array: a buffer ends at 2 GB. */
  public static boolean isReachable(INDArray array) {
    return array.length() <= Integer.MAX_VALUE / array.dataType().width();
  }

  private static INDArray reachable(INDArray array) {
    if (!isReachable(array)) {
      throw new IllegalArgumentException(
          "An array of 2 GB at most can be read from Java, but this one has %d numbers. %s"
              .formatted(array.length(), "Fix: use smaller batches."));
    }
    return array;
  }

  /** The array, whose memory this is. */
  public INDArray array() {
    return array;
  }

  /** Copies all numbers, in the order in which they lie. */
  public void read(double[] into) {
    memory.read(into, length);
  }

  /** Overwrites as many numbers as are given, in the order in which they lie. */
  public void write(double[] from) {
    write(from, 0);
  }

  /** Overwrites as many numbers as are given, from this one on. */
  public void write(double[] from, int at) {
    requireRoom(from.length, at);
    memory.write(from, at);
  }

  private void requireRoom(int numbers, int at) {
    if (at + numbers > length) {
      throw new IllegalArgumentException(
          "%d numbers from number %d on do not fit into %d".formatted(numbers, at, length));
    }
  }

  /**
   * Overwrites numbers from the first on with those of some rows, on several threads where they are
   * many.
   *
   * @param from the first row, inclusive
   * @param to the last row, exclusive
   */
  public void write(double[][] rows, int from, int to) {
    int count = to - from;
    if (count < 2 || (long) count * rows[from].length < WORTH_SHARING) {
      write(rows, from, to, 0, memory);
      return;
    }
    IntStream.range(0, (count + ROWS_IN_A_SHARE - 1) / ROWS_IN_A_SHARE)
        .map(share -> share * ROWS_IN_A_SHARE)
        .parallel()
        .forEach(
            first -> {
              int last = Math.min(from + first + ROWS_IN_A_SHARE, to);
              write(rows, from + first, last, first, memory.shared());
            });
  }

  private void write(double[][] rows, int from, int to, int place, Memory into) {
    for (int row = from; row < to; row++) {
      requireRoom(rows[row].length, (place + row - from) * rows[row].length);
      into.write(rows[row], (place + row - from) * rows[row].length);
    }
  }

  private record Doubles(DoubleBuffer buffer) implements Memory {

    @Override
    public void read(double[] into, int length) {
      buffer.get(0, into, 0, length);
    }

    @Override
    public void write(double[] from, int at) {
      buffer.put(at, from, 0, from.length);
    }

    @Override
    public Memory shared() {
      return this;
    }
  }

  /** Through an array of Java's, piece by piece: single numbers are slow to reach. */
  private record Floats(FloatBuffer buffer, float[] piece) implements Memory {

    private static final int PIECE = 4096;

    static Floats of(FloatBuffer buffer) {
      return new Floats(buffer, new float[Math.min(buffer.capacity(), PIECE)]);
    }

    @Override
    public void read(double[] into, int length) {
      for (int from = 0; from < length; from += PIECE) {
        int count = Math.min(PIECE, length - from);
        buffer.get(from, piece, 0, count);
        for (int i = 0; i < count; i++) {
          into[from + i] = piece[i];
        }
      }
    }

    @Override
    public void write(double[] from, int at) {
      for (int start = 0; start < from.length; start += PIECE) {
        int count = Math.min(PIECE, from.length - start);
        for (int i = 0; i < count; i++) {
          piece[i] = (float) from[start + i];
        }
        buffer.put(at + start, piece, 0, count);
      }
    }

    @Override
    public Memory shared() {
      return of(buffer);
    }
  }
}
