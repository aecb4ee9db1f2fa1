package dev.lamina.inference.file;

import dev.lamina.dsl.training.Precision;
import dev.lamina.inference.input.Normalization;
import dev.lamina.inference.step.Bend;
import dev.lamina.inference.step.Product;
import dev.lamina.inference.step.Scaling;
import dev.lamina.inference.step.Step;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Writes the file of a plain model: eight letters, the version of the format, the size of a number
 * in bytes, the name, the inputs, whether they are normalized and how, the steps with their
 * numbers, and a checksum of all that, with the most significant byte first.
 */
public final class ContentWriter implements Step.Cases<ContentWriter> {

  static final String MAGIC = "LaminaPM";

  /** Format 1 had no normalization. */
  static final int FORMAT = 2;

  static final int PRODUCT = 1;
  static final int SCALING = 2;
  static final int BEND = 3;

  private final DataOutputStream out;
  private final Precision precision;

  private ContentWriter(DataOutputStream out, Precision precision) {
    this.out = out;
    this.precision = precision;
  }

  /** Writes all of it. */
  public static void write(Content content, OutputStream stream) throws IOException {
    CheckedOutputStream checked =
        new CheckedOutputStream(new BufferedOutputStream(stream), new CRC32());
    DataOutputStream out = new DataOutputStream(checked);
    out.writeBytes(MAGIC);
    out.writeInt(FORMAT);
    out.writeByte(content.precision().bytes());
    byte[] name = content.name().getBytes(StandardCharsets.UTF_8);
    out.writeInt(name.length);
    out.write(name);
    out.writeInt(content.inputs());
    out.writeBoolean(content.normalization().isPresent());
    try {
      content.normalization().ifPresent(new ContentWriter(out, Precision.FLOAT64)::write);
      out.writeInt(content.steps().size());
      ContentWriter writer = new ContentWriter(out, content.precision());
      for (Step step : content.steps()) {
        writer = step.accept(writer);
      }
    } catch (UncheckedIOException exception) {
      throw exception.getCause();
    }
    out.writeLong(checked.getChecksum().getValue());
    out.flush();
  }

  private void write(Normalization normalization) {
    write(normalization.centers());
    write(normalization.scales());
  }

  @Override
  public ContentWriter product(Product product) {
    write(start(PRODUCT, Integer.BYTES).putInt(product.bias().length));
    for (double[] row : product.kernel()) {
      write(row);
    }
    write(product.bias());
    return this;
  }

  @Override
  public ContentWriter scaling(Scaling scaling) {
    write(start(SCALING, 0));
    write(scaling.factors());
    write(scaling.shifts());
    return this;
  }

  @Override
  public ContentWriter bend(Bend bend) {
    CodedFunction coded = CodedFunction.of(bend.function());
    write(
        start(BEND, 1 + Double.BYTES).put((byte) coded.code().number()).putDouble(coded.option()));
    return this;
  }

  /** The number of a kind of step, and room for so many bytes more. */
  private static ByteBuffer start(int kind, int room) {
    return ByteBuffer.allocate(1 + room).put((byte) kind);
  }

  private void write(double[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * precision.bytes());
    for (double value : values) {
      switch (precision) {
        case FLOAT32 -> bytes.putFloat((float) value);
        case FLOAT64 -> bytes.putDouble(value);
      }
    }
    write(bytes);
  }

  /** Writes a buffer of its own array, which is full. */
  private void write(ByteBuffer bytes) {
    try {
      out.write(bytes.array(), bytes.arrayOffset(), bytes.position());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
