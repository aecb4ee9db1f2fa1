package dev.lamina.training.engine;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The numbers of an array as bytes, high byte first: those that ND4J writes, without trusting them.
 *
 * <p>ND4J's own reader takes as much memory as the bytes ask for before it looks whether they are
 * there.
 *
 * @param type float or double
 * @param numbers the numbers alone, one after the other
 */
record NumberArray(DataType type, ByteBuffer numbers) {

  private static final Set<String> MODES = Set.of("LONG_SHAPE", "MIXED_DATA_TYPES");
  private static final int MOST_DIMENSIONS = 32;

  /** What of an array that ND4J wrote. */
  static NumberArray read(byte[] bytes) throws IOException {
    ByteArrayInputStream left = new ByteArrayInputStream(bytes);
    DataInputStream stream = new DataInputStream(left);
    long count = count(stream);
    String mode = stream.readUTF();
    long numbers = stream.readLong();
    DataType type = type(stream.readUTF());
    int at = bytes.length - left.available();
    require(MODES.contains(mode) && numbers == count, "says twice how long it is, differently");
    require(count <= left.available() / type.width(), "ends too early");
    require(count * type.width() == left.available(), "goes on after its end");
    return new NumberArray(type, ByteBuffer.wrap(bytes, at, left.available()).slice());
  }

  /** The same from bytes of this type alone. */
  static NumberArray of(DataType type, byte[] bytes, int from, long count) {
    return new NumberArray(type, ByteBuffer.wrap(bytes, from, (int) count * type.width()).slice());
  }

  /** The numbers of an array, in its order, as {@link #of} takes them. */
  static void write(INDArray array, ByteBuffer into) {
    if (array.dataType() == DataType.FLOAT) {
      for (float each : array.data().asFloat()) {
        into.putFloat(each);
      }
    } else {
      for (double each : array.data().asDouble()) {
        into.putDouble(each);
      }
    }
  }

  /** How many numbers there are. */
  long count() {
    return numbers.capacity() / type.width();
  }

  /** An array of these numbers in a row, to be closed. */
  INDArray array() {
    int count = (int) count();
    if (type == DataType.FLOAT) {
      float[] values = new float[count];
      numbers.duplicate().asFloatBuffer().get(values);
      return Nd4j.create(values, new long[] {1, count}, new long[] {count, 1}, 'c', type);
    }
    double[] values = new double[count];
    numbers.duplicate().asDoubleBuffer().get(values);
    return Nd4j.create(values, new long[] {1, count}, new long[] {count, 1}, 'c', type);
  }

  /** How many numbers the shape says there are. */
  private static long count(DataInputStream stream) throws IOException {
    String mode = stream.readUTF();
    long length = stream.readLong();
    String type = stream.readUTF();
    require(MODES.contains(mode) && type.equals("LONG"), "is not what ND4J writes");
    long dimensions = stream.readLong();
    require(
        dimensions >= 1 && dimensions <= MOST_DIMENSIONS && length == 2 * dimensions + 4,
        "has no shape");
    long count = 1;
    for (int dimension = 0; dimension < dimensions; dimension++) {
      long extent = stream.readLong();
      require(extent >= 0 && extent <= Integer.MAX_VALUE, "has no shape");
      require(count * extent <= Integer.MAX_VALUE, "holds more numbers than an array can");
      count *= extent;
    }
    // Strides, kind of numbers, stride of all, order: what is read lies in a row.
    stream.skipNBytes((dimensions + 3) * Long.BYTES);
    return count;
  }

  private static DataType type(String name) throws IOException {
    Optional<DataType> known =
        Stream.of(DataType.FLOAT, DataType.DOUBLE)
            .filter(type -> type.name().equals(name))
            .findFirst();
    require(known.isPresent(), "is not of float or double numbers");
    return known.get();
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException("it " + otherwise);
    }
  }
}
