package dev.lamina.dsl.activation;

/**
 * A function f applied to each neuron's weighted sum: {@code a = f(z)}.
 *
 * <p>Its {@code toString} is the constant of {@code dev.lamina.dsl.Activations} that it equals; its
 * {@link #word()} is the option and the layer of the same name.
 */
public sealed interface Activation
    permits Linear,
        Relu,
        Relu6,
        LeakyRelu,
        Elu,
        Selu,
        Gelu,
        GeluTanh,
        Swish,
        Mish,
        Softplus,
        Softsign,
        HardSigmoid,
        Sigmoid,
        Step,
        Tanh,
        Softmax {

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

    /** f(z) = 0 for z < 0, 1 for z >= 0. */
    R step(Step step);

    /** The hyperbolic tangent. */
    R tanh(Tanh tanh);

    /** f(z) = z Phi(z), with the normal distribution Phi, by erf. */
    R gelu(Gelu gelu);

    /** GELU in its tanh form. */
    R geluTanh(GeluTanh geluTanh);

    /** f(z) = z sigmoid(z), also called SiLU. */
    R swish(Swish swish);

    /** f(z) = z tanh(ln(1 + e^z)). */
    R mish(Mish mish);

    /** f(z) = ln(1 + e^z). */
    R softplus(Softplus softplus);

    /** f(z) = z / (1 + |z|). */
    R softsign(Softsign softsign);

    /** f(z) = relu6(z + 3) / 6, as in Keras 3. */
    R hardSigmoid(HardSigmoid hardSigmoid);

    /** f(z) = min(max(0, z), 6). */
    R relu6(Relu6 relu6);

    /** f(z)_i = e^(z_i / T) / sum_j e^(z_j / T). */
    R softmax(Softmax softmax);
  }
}
