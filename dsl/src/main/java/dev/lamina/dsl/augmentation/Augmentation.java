package dev.lamina.dsl.augmentation;

import java.util.OptionalInt;

/**
 * What changes each mini-batch of training at random, so that a network sees more than the samples
 * that there are; validation and prediction see samples as they are.
 *
 * <p>Features are those that the network gets, normalized if the data is. The changes come from the
 * seed of the plan and the number of the mini-batch alone.
 */
public sealed interface Augmentation permits Jitter, ShiftImages, FlipImages, Mixup {

  /** How many features each sample must have, if not any number. */
  default OptionalInt features() {
    return OptionalInt.empty();
  }

  /** Calls the method for this kind of augmentation. */
  <R> R accept(Cases<R> cases);

  /** Handles each kind. */
  interface Cases<R> {

    /** Noise on features. */
    R jitter(Jitter jitter);

    /** Images moved up or down, left or right. */
    R shiftImages(ShiftImages shiftImages);

    /** Images mirrored. */
    R flipImages(FlipImages flipImages);

    /** Two samples mixed. */
    R mixup(Mixup mixup);
  }
}
