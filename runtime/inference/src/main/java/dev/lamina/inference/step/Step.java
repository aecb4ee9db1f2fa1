package dev.lamina.inference.step;

/** One thing that a network does to a sample in prediction. */
public sealed interface Step permits Product, Scaling, Bend {

  /** How many numbers a sample has behind it, where it has {@code width} before. */
  int width(int width);

  /** Calls the method for this kind of step. */
  <R> R accept(Cases<R> cases);

  /** Handles each kind of step. */
  interface Cases<R> {

    /** y = x W + b. */
    R product(Product product);

    /** y = x f + s, number by number. */
    R scaling(Scaling scaling);

    /** y = f(x). */
    R bend(Bend bend);
  }
}
