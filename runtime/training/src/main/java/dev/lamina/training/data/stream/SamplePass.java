package dev.lamina.training.data.stream;

/** One way through the samples of a stream, from its first to its last; for use by one thread. */
public interface SamplePass extends AutoCloseable {

  /**
   * Reads the next sample.
   *
   * @param features where its features go, exactly as many as the stream says
   * @param targets where its targets go, exactly as many as the stream says
   * @return whether there was one; after the last, it is not called again
   */
  boolean read(double[] features, double[] targets);

  /**
   * How much the loss of the sample that was read last counts, where the stream says that they
   * differ: a finite number of at least 0; 1 by default.
   */
  default double weight() {
    return 1;
  }

  /** Frees what it holds open; nothing by default. */
  @Override
  default void close() {}
}
