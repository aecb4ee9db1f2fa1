package dev.lamina.dsl.augmentation;

import dev.lamina.dsl.problem.Requirement;

/**
 * How the features of a sample are an image: row by row from the top, each row from the left, the
 * channels of a pixel side by side, {@code [height][width][channels]}.
 *
 * @param height how many rows of pixels, at least 1
 * @param width how many pixels in a row, at least 1
 * @param channels how many numbers for a pixel, such as 3 for red, green and blue, at least 1
 */
public record Images(int height, int width, int channels) {

  /** Checks the numbers. */
  public Images {
    String fix = "give the size of the images, such as 28 and 28";
    double features = (double) height * width * channels;
    Requirement.of("images", height, width, channels)
        .atLeast(1, "height", height, fix)
        .atLeast(1, "width", width, fix)
        .atLeast(1, "channels", channels, "give 1 for shades of grey, or 3 for colours")
        .that(
            features <= Integer.MAX_VALUE,
            "features",
            "at most " + Integer.MAX_VALUE,
            (long) features,
            "give smaller images");
  }

  /** Images of one number for each pixel. */
  public Images(int height, int width) {
    this(height, width, 1);
  }

  /** The same images with so many numbers for each pixel. */
  public Images channels(int numbers) {
    return new Images(height, width, numbers);
  }

  /** How many features an image has. */
  public int features() {
    return height * width * channels;
  }
}
