package dev.lamina.training.engine;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import java.util.OptionalInt;

/**
 * How many native threads a stretch of work has.
 *
 * <p>The last digits of a product of large matrices depend on how many threads share it. What works
 * element by element, and what sums, gives the same bits with any number.
 *
 * @param products how many share a product of large matrices; none for as many as the process has
 *     at that moment. Small products stay on one thread
 * @param elementwise how many share all other work
 */
public record ThreadShare(OptionalInt products, int elementwise) {

  /**
   * From how many numbers in one array on elementwise work is shared.
   *
   * <p>Native threads wait for each other busily: where another program has a core, each shared
   * call takes a time slice of the system, some 4 ms, instead of microseconds.
   */
  static final long LARGE = 1L << 20;

  /** For a call outside of training, which may run beside others. */
  public static ThreadShare lone() {
    return new ThreadShare(OptionalInt.empty(), 1);
  }

  /**
   * For the steps of a training.
   *
   * @param network what is trained
   * @param rows how many samples a batch has
   * @param threads how many threads it may have
   */
  public static ThreadShare training(Network network, int rows, int threads) {
    Outline outline = network.outline();
    long widest =
        outline.entries().stream().mapToLong(each -> each.outputShape().size()).max().orElse(0);
    return training(Math.max(outline.parameters().total(), rows * widest), threads);
  }

  /** For the steps of a training whose largest array holds so many numbers. */
  static ThreadShare training(long numbers, int threads) {
    return new ThreadShare(OptionalInt.of(threads), numbers < LARGE ? 1 : threads);
  }

  /** Whether elementwise work is shared. */
  boolean isWide() {
    return elementwise > 1;
  }
}
