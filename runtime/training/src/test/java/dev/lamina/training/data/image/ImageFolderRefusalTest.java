package dev.lamina.training.data.image;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.data.file.DataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderRefusalTest {

  @TempDir Path folder;

  @Test
  void aBrokenImageIsRefusedByName() throws IOException {
    Pictures.write(folder, "only/1.png", Pictures.grey(1, 1, 9));
    Path broken = folder.resolve("only/2.png");
    Files.writeString(broken, "no image");

    String message = refusal();

    assertThat(message)
        .isEqualTo(
            """
            Image `%s` cannot be decoded: it is no PNG, JPEG or BMP image.
              Fix: replace it, or remove it.""",
            broken);
  }

  /** Of these, one starts as WBMP does and one is a GIF, which the JDK both reads. */
  @ParameterizedTest
  @ValueSource(strings = {"0000080801020304", "474946383961010001000000003b"})
  void aFileOfAnotherFormatIsRefusedWhateverItsName(String bytes) throws IOException {
    Path file = folder.resolve("only/1.png");
    Files.createDirectory(file.getParent());
    Files.write(file, HexFormat.of().parseHex(bytes));

    String message = refusal();

    assertThat(message)
        .isEqualTo(
            """
            Image `%s` cannot be decoded: it is no PNG, JPEG or BMP image.
              Fix: replace it, or remove it.""",
            file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "bmp"})
  void anImageThatIsCutOffIsRefusedByName(String format) throws IOException {
    Path file =
        Pictures.written(
            folder, "only/image." + format, Pictures.grey(16, 16, Pictures.noise(256)));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length * 3 / 4));

    String message = refusal();

    assertThat(message)
        .startsWith("Image `" + file + "` cannot be decoded: ")
        .endsWith(".\n  Fix: replace it, or remove it.");
  }

  @Test
  void anImageBeyondAllBoundsIsNotDecoded() throws IOException {
    Path file = Pictures.written(folder, "only/image.png", Pictures.grey(1, 1, 9));
    byte[] bytes = Files.readAllBytes(file);
    bytes[17] = 1; // 65,536 more pixels wide
    bytes[21] = 1; // and high
    Files.write(file, bytes);

    assertThat(refusal())
        .isEqualTo(
            """
            Image `%s` cannot be decoded: it has more than 67108864 pixels.
              Fix: replace it, or remove it.""",
            file);
  }

  @Test
  void otherFilesAmongTheImagesAreRefused() throws IOException {
    Pictures.write(folder, "only/image.png", Pictures.grey(1, 1, 9));
    Files.writeString(folder.resolve("only/notes.txt"), "");

    assertThat(refusal())
        .isEqualTo(
            """
            Image folder `%s` must hold PNG, JPEG or BMP files only but holds `notes.txt`.
              Fix: convert it, or remove it.""",
            folder.resolve("only"));
  }

  @Test
  void aClassWithoutImagesIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("empty"));

    assertThat(refusal())
        .isEqualTo(
            """
            Image folder `%s` must hold the images of a class but is empty.
              Fix: add images, or remove it.""",
            folder.resolve("empty"));
  }

  @Test
  void aFolderWithoutClassesIsRefused() {
    assertThat(refusal())
        .isEqualTo(
            """
            Image folder `%s` must hold one folder of images a class but holds no folder.
              Fix: put the images of each class into a folder with the name of the class.""",
            folder);
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    Path none = folder.resolve("none");

    String message = messageOf(DataFileException.class, () -> ImageFolder.of(none, 1, 1).read());

    assertThat(message)
        .isEqualTo(
            """
            Image folder `%s` cannot be read: there is none.
              Fix: give a folder of folders of images.""",
            none);
  }

  @Test
  void aSizeIsRequired() {
    String message = messageOf(() -> ImageFolder.of(folder, 0, 1));

    assertThat(message)
        .isEqualTo(
            """
            `ImageFolder.of(folder, 0, 1)` is not valid: 1 problem.
              1. `height` must be a whole number of at least 1 but is 0.
                 Fix: give the number of pixels, such as 28.""");
  }

  private String refusal() {
    return messageOf(DataFileException.class, () -> ImageFolder.of(folder, 1, 1).read());
  }
}
