package dev.lamina.dsl;

import dev.lamina.dsl.augmentation.FlipImages;
import dev.lamina.dsl.augmentation.Images;
import dev.lamina.dsl.augmentation.Jitter;
import dev.lamina.dsl.augmentation.Mixup;
import dev.lamina.dsl.augmentation.ShiftImages;

/** What changes samples at random in training, for {@code plan.augment(jitter(0.1))}. */
public final class Augmentations {

  private Augmentations() {}

  /** Adds Gaussian noise of this standard deviation to each feature. */
  public static Jitter jitter(double stddev) {
    return new Jitter(stddev);
  }

  /** Moves images of this height and width by up to so many pixels in each direction. */
  public static ShiftImages shiftImages(int height, int width, int pixels) {
    return new ShiftImages(new Images(height, width), pixels);
  }

  /** Mirrors every other image of this height and width, by chance, left for right. */
  public static FlipImages flipImages(int height, int width) {
    return new FlipImages(new Images(height, width));
  }

  /** Mixes each sample with another, by a share from the beta distribution B(alpha, alpha). */
  public static Mixup mixup(double alpha) {
    return new Mixup(alpha);
  }
}
