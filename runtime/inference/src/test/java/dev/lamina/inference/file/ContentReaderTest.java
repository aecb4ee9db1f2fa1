package dev.lamina.inference.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Streams that say they are longer than they are, up to terabytes. */
class ContentReaderTest {

  private static final long LONG = 1L << 40;

  @Test
  void piecesThatAreLongerThanAnArrayAreRefused() {
    // 3 * 2^28 factors of 4 bytes are 3 GiB.
    ByteBuffer scaling = start(3 << 28).put((byte) ContentWriter.SCALING);

    assertRefused(scaling, LONG)
        .hasMessage(
            "its parts do not fit together: 3221225472 bytes should be in one piece, longer than"
                + " an array can be.");
  }

  @Test
  void aStreamThatEndsEarlyIsRefused() {
    ByteBuffer scaling = start(2).put((byte) ContentWriter.SCALING).putFloat(1);

    assertRefused(scaling, 100).hasMessage("it became shorter while it was read.");
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(ByteBuffer bytes, long size) {
    byte[] content = new byte[bytes.flip().limit()];
    bytes.get(content);
    ByteArrayInputStream stream = new ByteArrayInputStream(content);
    return assertThatThrownBy(() -> assertThat(ContentReader.read(stream, size)).isNull())
        .isInstanceOf(IOException.class);
  }

  /** A model without a name, of FLOAT32, with so many inputs, not normalized, of one step. */
  private static ByteBuffer start(int inputs) {
    return ByteBuffer.allocate(64)
        .put(ContentWriter.MAGIC.getBytes(StandardCharsets.US_ASCII))
        .putInt(ContentWriter.FORMAT)
        .put((byte) 4)
        .putInt(0)
        .putInt(inputs)
        .put((byte) 0)
        .putInt(1);
  }
}
