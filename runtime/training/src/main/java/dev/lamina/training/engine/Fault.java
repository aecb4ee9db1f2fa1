package dev.lamina.training.engine;

/**
 * The first place, from input to output, where a number is not finite.
 *
 * @param layer the name of the layer
 * @param what what is not finite there
 */
public record Fault(String layer, What what) {

  /** What is not finite. */
  public enum What {
    /** Weights, biases or running averages of the layer. */
    PARAMETERS("parameters"),
    /** What the layer gives. */
    ACTIVATIONS("activations"),
    /** The loss of what the layer gives, although that is finite. */
    LOSS("loss");

    private final String word;

    What(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }
}
