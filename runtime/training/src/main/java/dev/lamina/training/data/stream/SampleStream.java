package dev.lamina.training.data.stream;

import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.data.Preprocessing;
import java.util.OptionalLong;

/**
 * Samples that are read one after the other, once an epoch, as where memory does not hold them.
 *
 * <p>A training reads on a thread of its own, a few mini-batches ahead of the one that computes. It
 * shuffles within a buffer: each sample that it takes is drawn from so many that were read, in
 * whose place the next one goes. A stream whose samples come in the order of their classes needs a
 * buffer that spans several of them.
 *
 * <p>Implementations must give the same samples in the same order in each pass; then the same plan
 * gives the same weights, bit for bit.
 */
public interface SampleStream {

  /** How many features each sample has. */
  int featureWidth();

  /** How many targets each sample has. */
  int targetWidth();

  /** Begins a pass from the first sample; the reader closes it. */
  SamplePass open();

  /** How many samples a pass has, where that is known; it is not by default. */
  default OptionalLong size() {
    return OptionalLong.empty();
  }

  /**
   * Whether the losses of samples count differently, as {@link SamplePass#weight} says and as in
   * {@link dev.lamina.training.data.Dataset#weighted}; they count 1 each by default.
   */
  default boolean isWeighted() {
    return false;
  }

  /** What was done to the features, and what the classes are called; nothing by default. */
  default Preprocessing preprocessing() {
    return Preprocessing.none();
  }

  /**
   * How many samples are held to draw the next one from; 8,192 by default, 1 for the order given.
   */
  default int shuffleBuffer() {
    return 8192;
  }

  /**
   * The same stream that is shuffled within a buffer of this size.
   *
   * @param samples at least 1, which keeps the order of the stream
   */
  default SampleStream shuffleBuffer(int samples) {
    Requirement.of("shuffleBuffer", samples)
        .atLeast(1, "samples", samples, "give 1 to keep the order of the stream");
    return new BufferedStream(this, samples);
  }
}
