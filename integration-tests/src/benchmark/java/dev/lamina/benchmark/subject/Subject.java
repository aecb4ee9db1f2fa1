package dev.lamina.benchmark.subject;

import dev.lamina.benchmark.work.Digits;
import dev.lamina.benchmark.work.Net;

/** A system under measurement, used as its users use it, on one thread. */
public interface Subject {

  /** How many numbers the network of this system holds. */
  long parameters(Net net);

  /** Trains a network that starts anew, by whole passes over its data, for about this long. */
  Trained train(Net net, double seconds);

  /** A trained network. */
  Predictor predictor(Net net);

  /**
   * Trains a network that starts anew on the digits.
   *
   * @return its accuracy on the test rows
   */
  double fit(Digits digits);

  /** Trains a network that starts anew, on one mini-batch, so often. */
  void steps(Net net, int count, Runnable afterFirst);
}
