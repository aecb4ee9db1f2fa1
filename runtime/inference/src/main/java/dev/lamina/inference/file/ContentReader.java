package dev.lamina.inference.file;

import dev.lamina.dsl.training.Precision;
import dev.lamina.inference.input.Normalization;
import dev.lamina.inference.step.Bend;
import dev.lamina.inference.step.Product;
import dev.lamina.inference.step.Scaling;
import dev.lamina.inference.step.Step;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@link ContentWriter} wrote. Every length is compared with what is left of the file
 * before memory is taken for it.
 */
public final class ContentReader {

  private static final int MOST_AT_ONCE = Integer.MAX_VALUE - 8;

  private final DataInputStream in;
  private long left;
  private Precision precision;

  private ContentReader(DataInputStream in, long left) {
    this.in = in;
    this.left = left;
  }

  /**
   * Reads all of a stream but for the checksum that ends it.
   *
   * @param size how many bytes the stream has
   * @throws IOException with what came in place of such a file, as the rest of a sentence
   */
  public static Content read(InputStream stream, long size) throws IOException {
    ContentReader reader = new ContentReader(new DataInputStream(stream), size - Long.BYTES);
    return reader.content();
  }

  /**
   * Demands the letters and the version that such files start with.
   *
   * @throws IOException with what came in place of them
   */
  public static void requireStart(InputStream stream) throws IOException {
    int unused =
        requireStart(
            ByteBuffer.wrap(stream.readNBytes(ContentWriter.MAGIC.length() + Integer.BYTES)));
  }

  private static int requireStart(ByteBuffer start) throws IOException {
    byte[] letters = new byte[ContentWriter.MAGIC.length()];
    boolean isComplete = start.remaining() == letters.length + Integer.BYTES;
    if (isComplete) {
      start = start.get(letters);
    }
    if (!new String(letters, StandardCharsets.US_ASCII).equals(ContentWriter.MAGIC)) {
      throw new IOException("it is not the file of a plain model.");
    }
    int format = start.getInt();
    if (format < 1 || format > ContentWriter.FORMAT) {
      throw new IOException(
          "its format is %d, but this version of Lamina reads formats 1 to %d."
              .formatted(format, ContentWriter.FORMAT));
    }
    return format;
  }

  private Content content() throws IOException {
    int format = requireStart(bytes(ContentWriter.MAGIC.length() + Integer.BYTES));
    precision = precisionOf(bytes(1).get());
    String name = StandardCharsets.UTF_8.decode(bytes(integer(0))).toString();
    int inputs = integer(1);
    Optional<Normalization> normalization =
        format > 1 && isNormalized() ? Optional.of(normalization(inputs)) : Optional.empty();
    int count = integer(0);
    List<Step> steps = new ArrayList<>();
    int width = inputs;
    for (int i = 0; i < count; i++) {
      Step step = step(width);
      steps.add(step);
      width = step.width(width);
    }
    if (left != 0) {
      throw inconsistent(left + " bytes are left over");
    }
    return new Content(name, precision, inputs, normalization, steps);
  }

  private static Precision precisionOf(int bytes) throws IOException {
    for (Precision each : Precision.values()) {
      if (each.bytes() == bytes) {
        return each;
      }
    }
    throw inconsistent("a number would have %d bytes".formatted(bytes));
  }

  private boolean isNormalized() throws IOException {
    int flag = bytes(1).get();
    if (flag != 0 && flag != 1) {
      throw inconsistent("whether features are normalized is said by " + flag);
    }
    return flag == 1;
  }

  private Normalization normalization(int inputs) throws IOException {
    double[] centers = numbers(inputs, Precision.FLOAT64);
    double[] scales = numbers(inputs, Precision.FLOAT64);
    try {
      return new Normalization(centers, scales);
    } catch (IllegalArgumentException exception) {
      throw new IOException(
          "its parts do not fit together: features have centers and scales that cannot be.",
          exception);
    }
  }

  private Step step(int width) throws IOException {
    int kind = bytes(1).get();
    return switch (kind) {
      case ContentWriter.PRODUCT -> product(width, integer(1));
      case ContentWriter.SCALING -> new Scaling(finiteNumbers(width), finiteNumbers(width));
      case ContentWriter.BEND -> bend(bytes(1 + Double.BYTES));
      default -> throw inconsistent("no step has the number %d".formatted(kind));
    };
  }

  private Product product(int inputs, int units) throws IOException {
    requireNumbers((inputs + 1L) * units);
    double[][] kernel = new double[inputs][];
    for (int input = 0; input < inputs; input++) {
      kernel[input] = finiteNumbers(units);
    }
    return new Product(kernel, finiteNumbers(units));
  }

  private static Bend bend(ByteBuffer bytes) throws IOException {
    int number = bytes.get();
    FunctionCode code =
        FunctionCode.of(number)
            .orElseThrow(() -> inconsistent("no activation has the number %d".formatted(number)));
    try {
      return new Bend(code.activation(bytes.getDouble()));
    } catch (IllegalArgumentException exception) {
      throw new IOException(
          "its parts do not fit together: an activation has an option that it cannot have.",
          exception);
    }
  }

  private double[] finiteNumbers(int count) throws IOException {
    double[] values = numbers(count);
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw inconsistent("a weight is " + value);
      }
    }
    return values;
  }

  private double[] numbers(int count) throws IOException {
    return numbers(count, precision);
  }

  private double[] numbers(int count, Precision type) throws IOException {
    ByteBuffer bytes = bytes((long) count * type.bytes());
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (type) {
            case FLOAT32 -> bytes.getFloat();
            case FLOAT64 -> bytes.getDouble();
          };
    }
    return values;
  }

  private int integer(int least) throws IOException {
    int value = bytes(Integer.BYTES).getInt();
    if (value < least) {
      throw inconsistent("a count is " + value);
    }
    return value;
  }

  private ByteBuffer bytes(long count) throws IOException {
    requireLeft(count);
    if (count > MOST_AT_ONCE) {
      throw inconsistent(count + " bytes should be in one piece, longer than an array can be");
    }
    byte[] bytes = in.readNBytes((int) count);
    if (bytes.length < count) {
      throw new IOException("it became shorter while it was read.");
    }
    left -= count;
    return ByteBuffer.wrap(bytes);
  }

  /** Without the product with their bytes, which may be too large for any type. */
  private void requireNumbers(long count) throws IOException {
    if (count > left / precision.bytes()) {
      throw inconsistent(count + " numbers should follow where " + left + " bytes do");
    }
  }

  private void requireLeft(long count) throws IOException {
    if (count > left) {
      throw inconsistent(count + " bytes should follow where " + left + " do");
    }
  }

  private static IOException inconsistent(String finding) {
    return new IOException("its parts do not fit together: " + finding + ".");
  }
}
