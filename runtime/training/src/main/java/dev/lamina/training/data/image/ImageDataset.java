package dev.lamina.training.data.image;

import dev.lamina.training.data.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Images in memory, a byte a level, with the index of their class. */
final class ImageDataset implements Dataset {

  private static final double LARGEST_LEVEL = 255;

  private final int width;
  private final double divisor;
  private final List<byte[]> images;
  private final List<Integer> classes;

  private ImageDataset(int width, double divisor, List<byte[]> images, List<Integer> classes) {
    this.width = width;
    this.divisor = divisor;
    this.images = images;
    this.classes = classes;
  }

  static ImageDataset of(ImageFolder wanted, List<ClassFolder> classes) {
    List<byte[]> images = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    for (int index = 0; index < classes.size(); index++) {
      for (Path file : classes.get(index).images()) {
        Picture picture = ImageDecoder.decode(file);
        Picture coloured = wanted.isGrey() ? picture.grey() : picture.coloured();
        images.add(coloured.resized(wanted.height(), wanted.width()).bytes());
        targets.add(index);
      }
    }
    int width = wanted.height() * wanted.width() * wanted.channels();
    return new ImageDataset(width, wanted.isScaled() ? LARGEST_LEVEL : 1, images, targets);
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public int featureWidth() {
    return width;
  }

  @Override
  public int targetWidth() {
    return 1;
  }

  @Override
  public void copyFeatures(int row, double[] into, int at) {
    byte[] image = images.get(row);
    for (int index = 0; index < width; index++) {
      into[at + index] = (image[index] & 0xFF) / divisor;
    }
  }

  @Override
  public void copyTargets(int row, double[] into, int at) {
    into[at] = classes.get(row);
  }

  @Override
  public String toString() {
    return "Dataset[samples %d, features %d, targets 1]".formatted(size(), width);
  }
}
