package dev.lamina.training.engine;

import java.util.OptionalInt;

/**
 * How many native threads a stretch of work has.
 *
 * <p>Only products of large matrices are shared between threads, as OpenBLAS decides, and their
 * last digits depend on how many there are. All other work, element by element, stays on the
 * calling thread, whatever its size: OpenMP's threads wait busily for each other, so that each call
 * takes a time slice of the system, some 4 ms, instead of microseconds where another program has a
 * core, and gains next to nothing where none has.
 *
 * @param products how many threads share a large product; none for as many as the process has at
 *     that moment
 */
public record ThreadShare(OptionalInt products) {

  /** For a call outside of training, which may run beside any other work. */
  public static ThreadShare lone() {
    return new ThreadShare(OptionalInt.empty());
  }

  /** For the steps of a training that has so many threads. */
  public static ThreadShare training(int threads) {
    return new ThreadShare(OptionalInt.of(threads));
  }
}
