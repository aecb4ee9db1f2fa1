package dev.lamina.benchmark.subject;

/** A trained network and rows to predict; each call goes from Java arrays to Java arrays. */
public interface Predictor {

  /** Predicts one row, and gives the first output. */
  double row(int index);

  /** Predicts all rows in one call, and gives the first output of the last. */
  double rows();
}
