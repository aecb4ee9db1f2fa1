package dev.lamina.training.preparation;

import dev.lamina.dsl.augmentation.Images;

/** Moves pixels within images. */
final class PixelMoves {

  private final Images images;
  private final double[] before;

  PixelMoves(Images images) {
    this.images = images;
    this.before = new double[images.features()];
  }

  /** Moves the image in this row; what comes in repeats the pixels of the edge. */
  void shift(double[] features, int row, int down, int right) {
    move(
        features,
        row,
        (y, x) -> pixel(inside(y - down, images.height()), inside(x - right, images.width())));
  }

  /** Mirrors the image in this row, left for right. */
  void flip(double[] features, int row) {
    move(features, row, (y, x) -> pixel(y, images.width() - 1 - x));
  }

  private void move(double[] features, int row, Origin origin) {
    int channels = images.channels();
    int start = row * before.length;
    System.arraycopy(features, start, before, 0, before.length);
    for (int y = 0; y < images.height(); y++) {
      for (int x = 0; x < images.width(); x++) {
        int from = origin.of(y, x) * channels;
        System.arraycopy(before, from, features, start + pixel(y, x) * channels, channels);
      }
    }
  }

  private int pixel(int y, int x) {
    return y * images.width() + x;
  }

  private static int inside(int place, int size) {
    return Math.max(0, Math.min(size - 1, place));
  }

  /** Which pixel comes to a place. */
  @FunctionalInterface
  private interface Origin {
    int of(int y, int x);
  }
}
