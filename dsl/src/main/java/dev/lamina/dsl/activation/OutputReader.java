package dev.lamina.dsl.activation;

/** What reads a network's outputs, as a loss or a metric does, and so needs a certain kind. */
public interface OutputReader {

  /** Whether outputs of this activation can be read. */
  boolean suits(Activation output);

  /** Which outputs it needs, such as {@code outputs that sum to 1}. */
  String needs();
}
