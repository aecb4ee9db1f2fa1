package dev.lamina.benchmark.subject;

import dev.lamina.benchmark.work.Net;

/** A training by passes over batches that were made before. */
public interface Passes {

  /** Trains on each batch once. */
  void pass();

  /** The mean loss of the data, without time being taken: before the first pass, or after one. */
  double loss();

  /** Trains for about this long: a first pass to warm up, then whole passes. */
  default Trained train(Net net, double seconds) {
    pass();
    double before = loss();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    long steps = 0;
    do {
      pass();
      steps += net.batchCount();
    } while (System.nanoTime() < end);
    double mean = (System.nanoTime() - start) / 1e9 / steps;
    return new Trained(mean, before, loss());
  }
}
