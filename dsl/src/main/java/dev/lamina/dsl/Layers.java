package dev.lamina.dsl;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Elu;
import dev.lamina.dsl.activation.LeakyRelu;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.layer.ActivationLayer;
import dev.lamina.dsl.layer.AlphaDropout;
import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Dropout;
import dev.lamina.dsl.layer.GaussianDropout;
import dev.lamina.dsl.layer.GaussianNoise;

/** The layers of a network. */
public final class Layers {

  private Layers() {}

  /** {@code units} fully connected neurons, linear unless an activation is chosen. */
  public static Dense dense(int units) {
    return new Dense(units);
  }

  /** Batch normalization, momentum 0.99, epsilon 1e-5. */
  public static BatchNorm batchNorm() {
    return new BatchNorm();
  }

  /** Dropout of this share of the values that the layer before gives, in training only. */
  public static Dropout dropout(double rate) {
    return new Dropout(rate);
  }

  /** Dropout of this share that keeps mean 0 and variance 1, for SELU, in training only. */
  public static AlphaDropout alphaDropout(double rate) {
    return new AlphaDropout(rate);
  }

  /** Values times N(1, rate / (1 - rate)), in training only. */
  public static GaussianDropout gaussianDropout(double rate) {
    return new GaussianDropout(rate);
  }

  /** Values plus noise of mean 0 and this standard deviation, in training only. */
  public static GaussianNoise gaussianNoise(double stddev) {
    return new GaussianNoise(stddev);
  }

  /** An activation function as a layer of its own. */
  public static ActivationLayer activation(Activation function) {
    return new ActivationLayer(function);
  }

  /** The identity as a layer of its own. */
  public static ActivationLayer linear() {
    return activation(Activations.LINEAR);
  }

  /** max(0, z) as a layer of its own. */
  public static ActivationLayer relu() {
    return activation(Activations.RELU);
  }

  /** max(0.01 z, z) as a layer of its own. */
  public static ActivationLayer leakyRelu() {
    return activation(Activations.LEAKY_RELU);
  }

  /** max(alpha z, z) as a layer of its own. */
  public static ActivationLayer leakyRelu(double alpha) {
    return activation(new LeakyRelu(alpha));
  }

  /** z, or e^z - 1 for negative z, as a layer of its own. */
  public static ActivationLayer elu() {
    return activation(Activations.ELU);
  }

  /** z, or alpha (e^z - 1) for negative z, as a layer of its own. */
  public static ActivationLayer elu(double alpha) {
    return activation(new Elu(alpha));
  }

  /** The self-normalizing ELU as a layer of its own. */
  public static ActivationLayer selu() {
    return activation(Activations.SELU);
  }

  /** 1 / (1 + e^-z) as a layer of its own. */
  public static ActivationLayer sigmoid() {
    return activation(Activations.SIGMOID);
  }

  /** 0 for z < 0, 1 for z >= 0, as a layer of its own; for prediction only. */
  public static ActivationLayer step() {
    return activation(Activations.STEP);
  }

  /** The hyperbolic tangent as a layer of its own. */
  public static ActivationLayer tanh() {
    return activation(Activations.TANH);
  }

  /** z Phi(z), with the normal distribution Phi, by erf, as a layer of its own. */
  public static ActivationLayer gelu() {
    return activation(Activations.GELU);
  }

  /** GELU in its tanh form, as a layer of its own. */
  public static ActivationLayer geluTanh() {
    return activation(Activations.GELU_TANH);
  }

  /** z sigmoid(z), also called SiLU, as a layer of its own. */
  public static ActivationLayer swish() {
    return activation(Activations.SWISH);
  }

  /** Swish by its other name. */
  public static ActivationLayer silu() {
    return swish();
  }

  /** z tanh(ln(1 + e^z)), as a layer of its own. */
  public static ActivationLayer mish() {
    return activation(Activations.MISH);
  }

  /** ln(1 + e^z), as a layer of its own. */
  public static ActivationLayer softplus() {
    return activation(Activations.SOFTPLUS);
  }

  /** z / (1 + |z|), as a layer of its own. */
  public static ActivationLayer softsign() {
    return activation(Activations.SOFTSIGN);
  }

  /** relu6(z + 3) / 6, as in Keras 3, as a layer of its own. */
  public static ActivationLayer hardSigmoid() {
    return activation(Activations.HARD_SIGMOID);
  }

  /** min(max(0, z), 6), as a layer of its own. */
  public static ActivationLayer relu6() {
    return activation(Activations.RELU6);
  }

  /** Normalized exponentials as a layer of their own. */
  public static ActivationLayer softmax() {
    return activation(Activations.SOFTMAX);
  }

  /** Normalized exponentials of z / temperature as a layer of their own. */
  public static ActivationLayer softmax(double temperature) {
    return activation(new Softmax(temperature));
  }
}
