package dev.lamina.dsl.layer;

import dev.lamina.dsl.activation.Activation;
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
 * The options of a layer that ends in an activation function; linear by default.
 *
 * @param <L> the layer
 */
public interface Activated<L> {

  /** The same layer with this activation. */
  L activation(Activation activation);

  /** The same layer without an activation: f(z) = z. */
  default L linear() {
    return activation(new Linear());
  }

  /** The same layer with max(0, z). */
  default L relu() {
    return activation(new Relu());
  }

  /** The same layer with max(0.01 z, z). */
  default L leakyRelu() {
    return activation(new LeakyRelu());
  }

  /** The same layer with max(alpha z, z). */
  default L leakyRelu(double alpha) {
    return activation(new LeakyRelu(alpha));
  }

  /** The same layer with z, or e^z - 1 for negative z. */
  default L elu() {
    return activation(new Elu());
  }

  /** The same layer with z, or alpha (e^z - 1) for negative z. */
  default L elu(double alpha) {
    return activation(new Elu(alpha));
  }

  /** The same layer with the self-normalizing ELU. */
  default L selu() {
    return activation(new Selu());
  }

  /** The same layer with 1 / (1 + e^-z). */
  default L sigmoid() {
    return activation(new Sigmoid());
  }

  /** The same layer with 0 for z < 0, 1 for z >= 0; for prediction only. */
  default L step() {
    return activation(new Step());
  }

  /** The same layer with the hyperbolic tangent. */
  default L tanh() {
    return activation(new Tanh());
  }

  /** The same layer with z Phi(z), with the normal distribution Phi, by erf. */
  default L gelu() {
    return activation(new Gelu());
  }

  /** The same layer with GELU in its tanh form. */
  default L geluTanh() {
    return activation(new GeluTanh());
  }

  /** The same layer with z sigmoid(z), also called SiLU. */
  default L swish() {
    return activation(new Swish());
  }

  /** The same layer with swish, by its other name. */
  default L silu() {
    return swish();
  }

  /** The same layer with z tanh(ln(1 + e^z)). */
  default L mish() {
    return activation(new Mish());
  }

  /** The same layer with ln(1 + e^z). */
  default L softplus() {
    return activation(new Softplus());
  }

  /** The same layer with z / (1 + |z|). */
  default L softsign() {
    return activation(new Softsign());
  }

  /** The same layer with relu6(z + 3) / 6, as in Keras 3. */
  default L hardSigmoid() {
    return activation(new HardSigmoid());
  }

  /** The same layer with min(max(0, z), 6). */
  default L relu6() {
    return activation(new Relu6());
  }

  /** The same layer with e^z_i / sum_j e^z_j. */
  default L softmax() {
    return activation(new Softmax());
  }

  /** The same layer with e^(z_i / T) / sum_j e^(z_j / T), T the temperature. */
  default L softmax(double temperature) {
    return activation(new Softmax(temperature));
  }
}
