package dev.lamina.dsl;

import dev.lamina.dsl.activation.Elu;
import dev.lamina.dsl.activation.Gelu;
import dev.lamina.dsl.activation.GeluTanh;
import dev.lamina.dsl.activation.HardSigmoid;
import dev.lamina.dsl.activation.LeakyRelu;
import dev.lamina.dsl.activation.Linear;
import dev.lamina.dsl.activation.Mish;
import dev.lamina.dsl.activation.Relu;
import dev.lamina.dsl.activation.Relu6;
import dev.lamina.dsl.activation.Selu;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.activation.Softplus;
import dev.lamina.dsl.activation.Softsign;
import dev.lamina.dsl.activation.Step;
import dev.lamina.dsl.activation.Swish;
import dev.lamina.dsl.activation.Tanh;

/**
 * Activation functions as values, for {@code dense(64).activation(RELU)} and for search spaces.
 *
 * <p>Parameters are options of the constant: {@code LEAKY_RELU.alpha(0.2)}. The same functions as
 * layers of their own are in {@link Layers}.
 */
public final class Activations {

  /** No activation, the default of every layer. */
  public static final Linear LINEAR = new Linear();

  /** max(0, z). */
  public static final Relu RELU = new Relu();

  /** max(alpha z, z), alpha 0.01. */
  public static final LeakyRelu LEAKY_RELU = new LeakyRelu();

  /** z, or alpha (e^z - 1) for negative z, alpha 1. */
  public static final Elu ELU = new Elu();

  /** The self-normalizing ELU. */
  public static final Selu SELU = new Selu();

  /** 1 / (1 + e^-z). */
  public static final Sigmoid SIGMOID = new Sigmoid();

  /** 0 for z < 0, 1 for z >= 0; for prediction only. */
  public static final Step STEP = new Step();

  /** The hyperbolic tangent. */
  public static final Tanh TANH = new Tanh();

  /** z Phi(z), with the normal distribution Phi, by erf. */
  public static final Gelu GELU = new Gelu();

  /** GELU in its tanh form. */
  public static final GeluTanh GELU_TANH = new GeluTanh();

  /** z sigmoid(z), also called SiLU. */
  public static final Swish SWISH = new Swish();

  /** z tanh(ln(1 + e^z)). */
  public static final Mish MISH = new Mish();

  /** ln(1 + e^z). */
  public static final Softplus SOFTPLUS = new Softplus();

  /** z / (1 + |z|). */
  public static final Softsign SOFTSIGN = new Softsign();

  /** relu6(z + 3) / 6, as in Keras 3. */
  public static final HardSigmoid HARD_SIGMOID = new HardSigmoid();

  /** min(max(0, z), 6). */
  public static final Relu6 RELU6 = new Relu6();

  /** Normalized exponentials, which sum to 1; temperature 1. */
  public static final Softmax SOFTMAX = new Softmax();

  private Activations() {}
}
