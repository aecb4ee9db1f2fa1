package dev.lamina.training.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Image files to read. */
final class Pictures {

  private Pictures() {}

  static void write(Path folder, String name, BufferedImage image) throws IOException {
    assertThat(written(folder, name, image)).isNotEmptyFile();
  }

  static Path written(Path folder, String name, BufferedImage image) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    String format = name.substring(name.indexOf('.') + 1);
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    return file;
  }

  static BufferedImage grey(int width, int height, int... levels) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, width, height, levels);
    return image;
  }

  static int[] noise(int length) {
    int[] noise = new int[length];
    Arrays.setAll(noise, index -> index * 7919 % 256);
    return noise;
  }
}
