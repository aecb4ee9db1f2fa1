package dev.lamina.dsl.shape;

/** What one sample looks like where it flows from one layer to the next. */
public sealed interface Shape permits Flat {

  /** How many numbers one sample holds. */
  int size();

  /** The shape of a batch as Keras prints it, such as {@code (None, 64)}. */
  String batchText();
}
