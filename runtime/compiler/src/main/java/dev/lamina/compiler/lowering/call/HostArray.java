package dev.lamina.compiler.lowering.call;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The numbers of an array without gaps, as they lie in the memory of the host. */
public final class HostArray {

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
  }

  /** Of an array of single or double precision whose numbers lie next to each other. */
  public static HostArray of(INDArray array) {
    return new HostArray(
        array,
        array.dataType() == DataType.DOUBLE
            ? new Doubles(doubles(array))
            : new Floats(
                floats(array), new float[Math.toIntExact(Math.min(array.length(), Floats.PIECE))]));
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
    if (at + from.length > length) {
      throw new IllegalArgumentException(
          "%d numbers from number %d on do not fit into %d".formatted(from.length, at, length));
    }
    memory.write(from, at);
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
  }

  /** Through an array of Java's, piece by piece: single numbers are slow to reach. */
  private record Floats(FloatBuffer buffer, float[] piece) implements Memory {

    static final int PIECE = 4096;

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
  }
}
