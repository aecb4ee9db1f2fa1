package dev.lamina.training.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.data.Dataset;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderTest {

  @TempDir Path folder;

  @Test
  void classesAndFilesComeInTheOrderOfTheirNames() throws IOException {
    Pictures.write(folder, "zebra/b.png", Pictures.grey(1, 1, 4));
    Pictures.write(folder, "ant/2.png", Pictures.grey(1, 1, 2));
    Pictures.write(folder, "zebra/a.png", Pictures.grey(1, 1, 3));
    Pictures.write(folder, "ant/1.png", Pictures.grey(1, 1, 1));

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
    Pictures.write(folder, "only/image.png", image);

    Dataset data = ImageFolder.of(folder, 2, 2).read();

    assertThat(all(data, true)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 253, 254, 255);
  }

  @Test
  void coloursBecomeGreyByTheirWeights() throws IOException {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 0xFF0000);
    image.setRGB(1, 0, 0x00FF00);
    image.setRGB(2, 0, 0x0000FF);
    Pictures.write(folder, "only/image.png", image);

    Dataset data = ImageFolder.of(folder, 1, 3).grey().read();

    // 0.299 * 255 = 76.245, 0.587 * 255 = 149.685, 0.114 * 255 = 29.07
    assertThat(all(data, true)).containsExactly(76, 150, 29);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp"})
  void greyLevelsAreThoseOfTheFile(String format) throws IOException {
    Pictures.write(folder, "only/image." + format, Pictures.grey(2, 2, 0, 100, 128, 255));

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
    Pictures.write(folder, "only/image.png", image);

    Dataset data = ImageFolder.of(folder, 1, 3).grey().read();

    assertThat(all(data, true)).containsExactly(0, 1, 255);
  }

  @Test
  void transparencyIsLeftOut() throws IOException {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0x800A141E);
    Pictures.write(folder, "only/image.png", image);

    Dataset data = ImageFolder.of(folder, 1, 1).read();

    assertThat(all(data, true)).containsExactly(10, 20, 30);
  }

  @Test
  void levelsCanBeScaled() throws IOException {
    Pictures.write(folder, "only/image.png", Pictures.grey(3, 1, 0, 51, 255));

    Dataset data = ImageFolder.of(folder, 1, 3).grey().scaled().read();

    assertThat(all(data, true)).containsExactly(0, 0.2, 1);
  }

  /** The centres of two pixels lie at 1/4 and 3/4 of four, those of four at 1/8, 3/8 ... of two. */
  @ParameterizedTest
  @CsvSource({"4, 0;50;150;200", "2, 0;200", "1, 100", "3, 0;100;200"})
  void imagesAreResizedBetweenTheirNearestPixels(int width, String expected) throws IOException {
    Pictures.write(folder, "only/image.png", Pictures.grey(2, 1, 0, 200));

    Dataset data = ImageFolder.of(folder, 1, width).grey().read();

    assertThat(all(data, true))
        .containsExactly(
            Arrays.stream(expected.split(";")).mapToDouble(Double::parseDouble).toArray());
  }

  @Test
  void bothSidesAreResized() throws IOException {
    Pictures.write(folder, "only/image.png", Pictures.grey(2, 2, 0, 100, 200, 60));

    Dataset data = ImageFolder.of(folder, 1, 1).grey().read();

    assertThat(all(data, true)).containsExactly(90);
  }

  @Test
  void jpegIsReadToo() throws IOException {
    Pictures.write(folder, "only/image.jpg", Pictures.grey(8, 8, new int[64]));

    Dataset data = ImageFolder.of(folder, 8, 8).grey().read();

    assertThat(all(data, true)).containsOnly(0);
  }

  @Test
  void hiddenFilesAndFilesBesideTheFoldersArePassedOver() throws IOException {
    Pictures.write(folder, "only/image.PNG", Pictures.grey(1, 1, 9));
    Files.writeString(folder.resolve("only/.DS_Store"), "");
    Files.writeString(folder.resolve("README.txt"), "");
    Files.createDirectory(folder.resolve(".git"));

    Dataset data = ImageFolder.of(folder, 1, 1).grey().read();

    assertThat(all(data, true)).containsExactly(9);
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
