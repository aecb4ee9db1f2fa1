package dev.lamina.training.data.image;

import java.util.Arrays;

/**
 * An image as levels from 0 to 255, row by row, pixel by pixel, channel by channel.
 *
 * @param height how many rows
 * @param width how many pixels a row has
 * @param channels how many levels a pixel has, 1 or {@value #COLOURS}
 * @param levels the levels
 */
record Picture(int height, int width, int channels, int[] levels) {

  static final int COLOURS = 3;

  /** The same in one channel. */
  Picture grey() {
    if (channels == 1) {
      return this;
    }
    int[] grey = new int[height * width];
    for (int pixel = 0; pixel < grey.length; pixel++) {
      int at = pixel * COLOURS;
      grey[pixel] = (299 * levels[at] + 587 * levels[at + 1] + 114 * levels[at + 2] + 500) / 1000;
    }
    return new Picture(height, width, 1, grey);
  }

  /** The same in three channels. */
  Picture coloured() {
    if (channels == COLOURS) {
      return this;
    }
    int[] coloured = new int[levels.length * COLOURS];
    Arrays.setAll(coloured, index -> levels[index / COLOURS]);
    return new Picture(height, width, COLOURS, coloured);
  }

  /** The same in this size. */
  Picture resized(int newHeight, int newWidth) {
    if (newHeight == height && newWidth == width) {
      return this;
    }
    int[] resized = new int[newHeight * newWidth * channels];
    int at = 0;
    for (int row = 0; row < newHeight; row++) {
      Between rows = Between.of(row, newHeight, height);
      for (int column = 0; column < newWidth; column++) {
        Between columns = Between.of(column, newWidth, width);
        for (int channel = 0; channel < channels; channel++) {
          resized[at++] = (int) Math.round(interpolated(rows, columns, channel));
        }
      }
    }
    return new Picture(newHeight, newWidth, channels, resized);
  }

  /** One byte a level. */
  byte[] bytes() {
    byte[] bytes = new byte[levels.length];
    for (int index = 0; index < bytes.length; index++) {
      bytes[index] = (byte) levels[index];
    }
    return bytes;
  }

  private double interpolated(Between rows, Between columns, int channel) {
    double above =
        columns.mixed(
            level(rows.before(), columns.before(), channel),
            level(rows.before(), columns.after(), channel));
    double below =
        columns.mixed(
            level(rows.after(), columns.before(), channel),
            level(rows.after(), columns.after(), channel));
    return rows.mixed(above, below);
  }

  private int level(int row, int column, int channel) {
    return levels[(row * width + column) * channels + channel];
  }

  /**
   * A place between two neighbours along one side.
   *
   * @param before the neighbour before it
   * @param after the neighbour after it, at the edge the same one
   * @param share how far it is from the first to the second, in [0, 1)
   */
  private record Between(int before, int after, double share) {

    /** Where pixel {@code index} of {@code wanted} lies among {@code given}. */
    static Between of(int index, int wanted, int given) {
      double place = (index + 0.5) * given / wanted - 0.5;
      double inside = Math.min(Math.max(place, 0), given - 1);
      int before = (int) inside;
      return new Between(before, Math.min(before + 1, given - 1), inside - before);
    }

    double mixed(double first, double second) {
      return first + share * (second - first);
    }
  }
}
