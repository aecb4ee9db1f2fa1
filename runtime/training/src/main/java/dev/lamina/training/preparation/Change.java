package dev.lamina.training.preparation;

import dev.lamina.training.data.Batch;
import java.util.SplittableRandom;

/** A random change of the samples of a mini-batch. */
@FunctionalInterface
interface Change {

  /** Overwrites the samples of a batch; all that is random comes from this generator. */
  void apply(Batch batch, SplittableRandom random);
}
