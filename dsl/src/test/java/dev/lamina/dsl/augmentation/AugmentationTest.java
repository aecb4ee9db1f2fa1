package dev.lamina.dsl.augmentation;

import static dev.lamina.dsl.Augmentations.flipImages;
import static dev.lamina.dsl.Augmentations.jitter;
import static dev.lamina.dsl.Augmentations.mixup;
import static dev.lamina.dsl.Augmentations.shiftImages;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentationTest {

  @Test
  void imagesHaveANumberForEachPixelUnlessTheyHaveChannels() {
    assertThat(shiftImages(28, 24, 2).features()).hasValue(28 * 24);
    assertThat(flipImages(28, 24).channels(3).features()).hasValue(28 * 24 * 3);
    assertThat(jitter(0.1).features()).isEmpty();
    assertThat(mixup(0.1).features()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 25})
  void imagesMoveWithinTheirSize(int pixels) {
    String message = messageOf(() -> shiftImages(28, 24, pixels));

    assertThat(message)
        .isEqualTo(
            """
            `shiftImages(28, 24, %d)` is not valid: 1 problem.
              1. `pixels` must be a whole number from 1 to 24 but is %d.
                 Fix: give how far images move at the most, such as 2."""
                .formatted(pixels, pixels));
  }

  @Test
  void imagesHaveASize() {
    assertThat(messageOf(() -> flipImages(0, 28)))
        .isEqualTo(
            """
            `images(0, 28, 1)` is not valid: 1 problem.
              1. `height` must be a whole number of at least 1 but is 0.
                 Fix: give the size of the images, such as 28 and 28.""");
    assertThat(messageOf(() -> flipImages(1 << 16, 1 << 16)))
        .isEqualTo(
            """
            `images(65536, 65536, 1)` is not valid: 1 problem.
              1. `features` must be at most 2147483647 but is 4294967296L.
                 Fix: give smaller images.""");
    assertThat(messageOf(() -> flipImages(28, 28).channels(0)))
        .isEqualTo(
            """
            `images(28, 28, 0)` is not valid: 1 problem.
              1. `channels` must be a whole number of at least 1 but is 0.
                 Fix: give 1 for shades of grey, or 3 for colours.""");
  }

  @Test
  void noiseHasAStandardDeviation() {
    assertThat(messageOf(() -> jitter(-1)))
        .isEqualTo(
            """
            `jitter(-1)` is not valid: 1 problem.
              1. `stddev` must be a finite number of at least 0 but is -1.
                 Fix: give a standard deviation, such as `jitter(0.1)`.""");
  }

  @Test
  void samplesMixByAPositiveNumber() {
    assertThat(messageOf(() -> mixup(0)))
        .isEqualTo(
            """
            `mixup(0)` is not valid: 1 problem.
              1. `alpha` must be a finite number above 0 but is 0.
                 Fix: give how strongly samples mix, such as `mixup(0.2)`.""");
  }
}
