package dev.lamina.training.data.image;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.file.DataFileException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderTest {

  @TempDir Path folder;

  @Test
  void classesAndFilesComeInTheOrderOfTheirNames() throws IOException {
    write("zebra/b.png", grey(1, 1, 4));
    write("ant/2.png", grey(1, 1, 2));
    write("zebra/a.png", grey(1, 1, 3));
    write("ant/1.png", grey(1, 1, 1));

    Dataset data = ImageFolder.of(folder, 1, 1).grey().read();

    assertThat(data).hasToString("Dataset[samples 4, features 1, targets 1, labels [ant, zebra]]");
    assertThat(all(data, true)).containsExactly(1, 2, 3, 4);
    assertThat(all(data, false)).containsExactly(0, 0, 1, 1);
  }

  @Test
  void pixelsComeRowByRowWithTheirColoursTogether() throws IOException {
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0x010203);
    image.setRGB(1, 0, 0x040506);
    image.setRGB(0, 1, 0x070809);
    image.setRGB(1, 1, 0xFDFEFF);
    write("only/image.png", image);

    Dataset data = ImageFolder.of(folder, 2, 2).read();

    assertThat(all(data, true)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 253, 254, 255);
  }

  @Test
  void coloursBecomeGreyByTheirWeights() throws IOException {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0xFF0000);
    image.setRGB(1, 0, 0x00FF00);
    image.setRGB(2, 0, 0x0000FF);
    write("only/image.png", image);

    Dataset data = ImageFolder.of(folder, 1, 3).grey().read();

    // 0.299 * 255 = 76.245, 0.587 * 255 = 149.685, 0.114 * 255 = 29.07
    assertThat(all(data, true)).containsExactly(76, 150, 29);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp"})
  void greyLevelsAreThoseOfTheFile(String format) throws IOException {
    write("only/image." + format, grey(2, 2, 0, 100, 128, 255));

    Dataset grey = ImageFolder.of(folder, 2, 2).grey().read();
    Dataset coloured = ImageFolder.of(folder, 2, 2).read();

    assertThat(all(grey, true)).containsExactly(0, 100, 128, 255);
    assertThat(all(coloured, true))
        .containsExactly(0, 0, 0, 100, 100, 100, 128, 128, 128, 255, 255, 255);
  }

  @Test
  void levelsOfSixteenBitsAreRoundedToEight() throws IOException {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(0, 0, 0, 128); // 0.498 of 257
    image.getRaster().setSample(1, 0, 0, 129);
    image.getRaster().setSample(2, 0, 0, 65535);
    write("only/image.png", image);

    Dataset data = ImageFolder.of(folder, 1, 3).grey().read();

    assertThat(all(data, true)).containsExactly(0, 1, 255);
  }

  @Test
  void transparencyIsLeftOut() throws IOException {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x800A141E);
    write("only/image.png", image);

    Dataset data = ImageFolder.of(folder, 1, 1).read();

    assertThat(all(data, true)).containsExactly(10, 20, 30);
  }

  @Test
  void levelsCanBeScaled() throws IOException {
    write("only/image.png", grey(3, 1, 0, 51, 255));

    Dataset data = ImageFolder.of(folder, 1, 3).grey().scaled().read();

    assertThat(all(data, true)).containsExactly(0, 0.2, 1);
  }

  /** The centres of two pixels lie at 1/4 and 3/4 of four, those of four at 1/8, 3/8 ... of two. */
  @ParameterizedTest
  @CsvSource({"4, 0;50;150;200", "2, 0;200", "1, 100", "3, 0;100;200"})
  void imagesAreResizedBetweenTheirNearestPixels(int width, String expected) throws IOException {
    write("only/image.png", grey(2, 1, 0, 200));

    Dataset data = ImageFolder.of(folder, 1, width).grey().read();

    assertThat(all(data, true))
        .containsExactly(
            Arrays.stream(expected.split(";")).mapToDouble(Double::parseDouble).toArray());
  }

  @Test
  void bothSidesAreResized() throws IOException {
    write("only/image.png", grey(2, 2, 0, 100, 200, 60));

    Dataset data = ImageFolder.of(folder, 1, 1).grey().read();

    assertThat(all(data, true)).containsExactly(90);
  }

  @Test
  void jpegIsReadToo() throws IOException {
    write("only/image.jpg", grey(8, 8, new int[64]));

    Dataset data = ImageFolder.of(folder, 8, 8).grey().read();

    assertThat(all(data, true)).containsOnly(0);
  }

  @Test
  void hiddenFilesAndFilesBesideTheFoldersArePassedOver() throws IOException {
    write("only/image.PNG", grey(1, 1, 9));
    Files.writeString(folder.resolve("only/.DS_Store"), "");
    Files.writeString(folder.resolve("README.txt"), "");
    Files.createDirectory(folder.resolve(".git"));

    Dataset data = ImageFolder.of(folder, 1, 1).grey().read();

    assertThat(all(data, true)).containsExactly(9);
  }

  @Test
  void aBrokenImageIsRefusedByName() throws IOException {
    write("only/1.png", grey(1, 1, 9));
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

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "bmp"})
  void anImageThatIsCutOffIsRefusedByName(String format) throws IOException {
    Path file = written("only/image." + format, grey(16, 16, noise(256)));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length * 3 / 4));

    String message = refusal();

    assertThat(message)
        .startsWith("Image `" + file + "` cannot be decoded: ")
        .endsWith(".\n  Fix: replace it, or remove it.");
  }

  @Test
  void anImageBeyondAllBoundsIsNotDecoded() throws IOException {
    Path file = written("only/image.png", grey(1, 1, 9));
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
    write("only/image.png", grey(1, 1, 9));
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

  private void write(String name, BufferedImage image) throws IOException {
    assertThat(written(name, image)).isNotEmptyFile();
  }

  private Path written(String name, BufferedImage image) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    String format = name.substring(name.indexOf('.') + 1);
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    return file;
  }

  private static BufferedImage grey(int width, int height, int... levels) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, width, height, levels);
    return image;
  }

  private static int[] noise(int length) {
    int[] noise = new int[length];
    Arrays.setAll(noise, index -> index * 7919 % 256);
    return noise;
  }

  private static double[] all(Dataset data, boolean features) {
    int width = features ? data.featureWidth() : data.targetWidth();
    double[] all = new double[data.size() * width];
    for (int row = 0; row < data.size(); row++) {
      if (features) {
        data.copyFeatures(row, all, row * width);
      } else {
        data.copyTargets(row, all, row * width);
      }
    }
    return all;
  }
}
