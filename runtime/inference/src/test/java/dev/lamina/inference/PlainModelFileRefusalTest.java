package dev.lamina.inference;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.inference.input.Normalization;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainModelFileRefusalTest {

  private static final int NAME = 13;
  private static final int INPUTS = NAME + 4 + 1;
  private static final int NORMALIZED = INPUTS + 4;
  private static final int STEPS = NORMALIZED + 1;
  private static final int KIND = STEPS + 4;
  private static final int UNITS = KIND + 1;
  private static final int KERNEL = UNITS + 4;
  private static final int FUNCTION = KERNEL + 3 * 4 + 1;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void save() {
    Network network = sequential(input(2), dense(1).leakyRelu()).named("a");
    file = folder.resolve("it.plain");
    PlainModel.of(network, Precision.FLOAT32, Numbers.seeded(network, 1)).save(file);
  }

  @Test
  void filesThatAreNotThere() {
    Path none = folder.resolve("none.plain");

    assertUnreadable(
        none, "cannot be read: there is none.", "give a file that `PlainModel.save` wrote.");
    assertUnreadable(
        folder, "cannot be read: it is not a file.", "give a file that `PlainModel.save` wrote.");
  }

  @Test
  void filesOfAnotherKind() throws IOException {
    Files.writeString(file, "PK");
    assertUnreadable("it is not the file of a plain model.");

    Files.writeString(file, "This is a text of some length, and no model.");
    assertUnreadable("it is not the file of a plain model.");
  }

  @Test
  void aLaterFormat() throws IOException {
    change(11, 7);

    assertUnreadable("its format is 7, but this version of Lamina reads formats 1 to 2.");
  }

  @Test
  void everyDamagedByte() throws IOException {
    byte[] whole = Files.readAllBytes(file);

    for (int at = 12; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);
      assertUnreadable("it is damaged.");
    }
  }

  @Test
  void everyIncompleteFile() throws IOException {
    byte[] whole = Files.readAllBytes(file);

    for (int length = 12; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertUnreadable("it is damaged.");
    }
  }

  /** Files that are wrong on purpose: the checksum is right. */
  @Test
  void lengthsBeyondTheEndTakeNoMemory() throws IOException {
    byte[] whole = Files.readAllBytes(file);

    rewrite(whole, NAME, 0x7fffffff);
    assertUnreadable("its parts do not fit together: 2147483647 bytes should follow where 37 do.");
    rewrite(whole, UNITS, 0x7fffffff);
    assertUnreadable(
        "its parts do not fit together: 6442450941 numbers should follow where 22 bytes do.");
    rewrite(whole, INPUTS, 0x7fffffff);
    assertUnreadable(
        "its parts do not fit together: 2147483648 numbers should follow where 22 bytes do.");
    rewrite(ByteBuffer.wrap(whole.clone()).putInt(INPUTS, 0x7fffffff).array(), UNITS, 1 << 30);
    assertUnreadable(
        "its parts do not fit together: 2305843009213693952 numbers should follow where 22 bytes"
            + " do.");
    rewrite(whole, STEPS, 0x7fffffff);
    assertUnreadable("its parts do not fit together: 1 bytes should follow where 0 do.");
  }

  @Test
  void countsThatCannotBe() throws IOException {
    byte[] whole = Files.readAllBytes(file);

    rewrite(whole, NAME, -1);
    assertUnreadable("its parts do not fit together: a count is -1.");
    rewrite(whole, INPUTS, 0);
    assertUnreadable("its parts do not fit together: a count is 0.");
    rewrite(whole, UNITS, -5);
    assertUnreadable("its parts do not fit together: a count is -5.");
    rewrite(whole, STEPS, 1);
    assertUnreadable("its parts do not fit together: 10 bytes are left over.");
  }

  @Test
  void numbersThatMeanNothing() throws IOException {
    byte[] whole = Files.readAllBytes(file);

    rewrite(whole, KERNEL, Float.floatToIntBits(Float.NaN));
    assertUnreadable("its parts do not fit together: a weight is NaN.");
    rewriteByte(whole, NAME - 1, 5);
    assertUnreadable("its parts do not fit together: a number would have 5 bytes.");
    rewriteByte(whole, NORMALIZED, 2);
    assertUnreadable(
        "its parts do not fit together: whether features are normalized is said by 2.");
    rewriteByte(whole, KIND, 9);
    assertUnreadable("its parts do not fit together: no step has the number 9.");
    rewriteByte(whole, FUNCTION, 99);
    assertUnreadable("its parts do not fit together: no activation has the number 99.");
    rewriteByte(whole, FUNCTION + 1, 0xff);
    assertUnreadable(
        "its parts do not fit together: an activation has an option that it cannot have.");
  }

  @Test
  void normalizationThatCannotBe() throws IOException {
    byte[] whole = Files.readAllBytes(file);

    rewriteByte(whole, NORMALIZED, 1);
    assertUnreadable("its parts do not fit together: 16 bytes should follow where 15 do.");
    PlainModel.load(save(whole))
        .normalizing(new Normalization(new double[2], new double[] {1, 2}))
        .save(file);
    byte[] normalized = Files.readAllBytes(file);
    rewriteByte(normalized, STEPS + 16, 0x80);
    assertUnreadable(
        "its parts do not fit together: features have centers and scales that cannot be.");
  }

  @Test
  void scalingByWhatIsNoNumber() throws IOException {
    Network network = sequential(input(1), relu(), batchNorm()).named("a");
    PlainModel.of(network, Precision.FLOAT32, Numbers.seeded(network, 1)).save(file);
    byte[] whole = Files.readAllBytes(file);

    rewrite(whole, whole.length - 12, Float.floatToIntBits(Float.NaN));

    assertUnreadable("its parts do not fit together: a weight is NaN.");
  }

  private Path save(byte[] bytes) throws IOException {
    return Files.write(file, bytes);
  }

  @Test
  void placesThatCannotBeWrittenTo() {
    PlainModel model = PlainModel.load(file);
    Path missing = folder.resolve("missing");

    assertRefused(
        () -> model.save(folder),
        folder,
        "cannot be written: it is a folder.",
        "add a file name, such as `model.plain`.");
    assertRefused(
        () -> model.save(missing.resolve("it.plain")),
        missing.resolve("it.plain"),
        "cannot be written: there is no folder `" + missing + "`.",
        "create it, or choose another.");
    assertThatThrownBy(() -> model.save(null))
        .hasMessageContaining("`file` must be a value but is null.");
    assertThatThrownBy(() -> assertThat(PlainModel.load(null)).isNull())
        .hasMessageContaining("`file` must be a value but is null.");
  }

  private void change(int at, int value) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] = (byte) value;
    Files.write(file, bytes);
  }

  private void rewrite(byte[] whole, int at, int value) throws IOException {
    writeWithChecksum(ByteBuffer.wrap(whole.clone()).putInt(at, value).array());
  }

  private void rewriteByte(byte[] whole, int at, int value) throws IOException {
    writeWithChecksum(ByteBuffer.wrap(whole.clone()).put(at, (byte) value).array());
  }

  private void writeWithChecksum(byte[] bytes) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, bytes.length - 8);
    Files.write(
        file, ByteBuffer.wrap(bytes).putLong(bytes.length - 8, checksum.getValue()).array());
  }

  private void assertUnreadable(String came) {
    assertUnreadable(
        file,
        "cannot be read: " + came,
        "give a file that `PlainModel.save` wrote, complete and unchanged.");
  }

  private static void assertUnreadable(Path path, String finding, String fix) {
    assertRefused(() -> assertThat(PlainModel.load(path)).isNull(), path, finding, fix);
  }

  private static void assertRefused(ThrowingCallable call, Path path, String finding, String fix) {
    assertThatThrownBy(call)
        .isInstanceOf(PlainModelFileException.class)
        .hasMessage("Plain model file `%s` %s%n  Fix: %s".formatted(path, finding, fix));
  }
}
