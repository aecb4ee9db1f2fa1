package dev.lamina.training.data.image;

import dev.lamina.training.data.file.DataFileException;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Image files as levels, by the JDK's readers. */
final class ImageDecoder {

  private static final int LARGEST_LEVEL = 255;
  private static final Set<String> FORMATS = Set.of("png", "jpeg", "bmp");

  private ImageDecoder() {}

  static Picture decode(Path file) {
    try (InputStream bytes = Files.newInputStream(file);
        ImageInputStream stream = new MemoryCacheImageInputStream(bytes)) {
      ImageReader reader = reader(stream);
      try {
        reader.setInput(stream, true, true);
        return picture(image(reader));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException exception) {
      // The JDK's readers throw many kinds where an image is broken.
      throw DataFileException.of(
          "Image `" + file + "`",
          "cannot be decoded: " + reason(exception) + ".",
          "replace it, or remove it.",
          exception);
    }
  }

  /** Not any that the JDK has: that of WBMP takes whatever starts with two zeros. */
  private static ImageReader reader(ImageInputStream stream) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
        return reader;
      }
      reader.dispose();
    }
    throw new IOException("it is no PNG, JPEG or BMP image");
  }

  private static BufferedImage image(ImageReader reader) throws IOException {
    if ((long) reader.getHeight(0) * reader.getWidth(0) > ImageFolder.MOST_PIXELS) {
      throw new IOException("it has more than " + ImageFolder.MOST_PIXELS + " pixels");
    }
    List<String> losses = new ArrayList<>();
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          if (isLoss(warning)) {
            losses.add(warning);
          }
        });
    BufferedImage image = reader.read(0);
    if (!losses.isEmpty()) {
      throw new IOException(losses.get(0));
    }
    return image;
  }

  /** What libjpeg warns of where it has to invent pixels. */
  private static boolean isLoss(String warning) {
    return warning.startsWith("Premature end") || warning.startsWith("Corrupt JPEG data");
  }

  private static Picture picture(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    boolean isGrey = colours.getNumColorComponents() == 1 && !(colours instanceof IndexColorModel);
    return isGrey ? grey(image) : coloured(image);
  }

  /** Levels as the file has them: {@code getRGB} would take them for linear, and brighten them. */
  private static Picture grey(BufferedImage image) {
    Raster raster = image.getRaster();
    int height = image.getHeight();
    int width = image.getWidth();
    long largest = (1L << image.getColorModel().getComponentSize(0)) - 1;
    int[] levels = new int[height * width];
    for (int pixel = 0; pixel < levels.length; pixel++) {
      long level = raster.getSample(pixel % width, pixel / width, 0);
      levels[pixel] = (int) ((level * LARGEST_LEVEL + largest / 2) / largest);
    }
    return new Picture(height, width, 1, levels);
  }

  private static Picture coloured(BufferedImage image) {
    int height = image.getHeight();
    int width = image.getWidth();
    int[] levels = new int[height * width * Picture.COLOURS];
    int at = 0;
    for (int rgb : image.getRGB(0, 0, width, height, null, 0, width)) {
      levels[at++] = rgb >> 16 & 0xFF;
      levels[at++] = rgb >> 8 & 0xFF;
      levels[at++] = rgb & 0xFF;
    }
    return new Picture(height, width, Picture.COLOURS, levels);
  }

  private static String reason(Exception exception) {
    if (exception instanceof EOFException) {
      return "it ends too early";
    }
    String reason = Optional.ofNullable(exception.getMessage()).orElseGet(exception::toString);
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
  }
}
