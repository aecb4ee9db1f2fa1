package dev.lamina.dsl.activation;

/**
 * A function f applied to each neuron's weighted sum: {@code a = f(z)}.
 *
 * <p>Its {@code toString} is the constant of {@code dev.lamina.dsl.Activations} that it equals; its
 * {@link #word()} is the option and the layer of the same name.
 */
public sealed interface Activation
    permits Linear, Relu, LeakyRelu, Elu, Selu, Sigmoid, Tanh, Softmax {

  /** The option of a layer that sets it, as code: {@code relu()}, {@code leakyRelu(0.2)}. */
  String word();

  /** Calls the method for this function. */
  <R> R accept(Cases<R> cases);

  /** Handles each function. */
  interface Cases<R> {

    /** f(z) = z. */
    R linear(Linear linear);

    /** f(z) = max(0, z). */
    R relu(Relu relu);

    /** f(z) = max(alpha z, z). */
    R leakyRelu(LeakyRelu leakyRelu);

    /** f(z) = z or alpha (e^z - 1). */
    R elu(Elu elu);

    /** The self-normalizing ELU. */
    R selu(Selu selu);

    /** f(z) = 1 / (1 + e^-z). */
    R sigmoid(Sigmoid sigmoid);

    /** The hyperbolic tangent. */
    R tanh(Tanh tanh);

    /** f(z)_i = e^z_i / sum_j e^z_j. */
    R softmax(Softmax softmax);
  }
}
