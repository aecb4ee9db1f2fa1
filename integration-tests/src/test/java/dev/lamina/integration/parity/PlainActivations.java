package dev.lamina.integration.parity;

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

/** Each activation in plain Java, written as in its paper. */
final class PlainActivations implements Activation.Cases<PlainFunction> {

  /** The constants of Klambauer et al. 2017. */
  private static final double SELU_SCALE = 1.0507009873554805;

  private static final double SELU_ALPHA = 1.6732632423543772;

  @Override
  public PlainFunction linear(Linear linear) {
    return new PlainFunction.Pointwise("z", z -> z, z -> 1);
  }

  @Override
  public PlainFunction step(Step step) {
    return new PlainFunction.Pointwise("z < 0 ? 0 : 1", z -> z < 0 ? 0 : 1, z -> 0);
  }

  @Override
  public PlainFunction relu(Relu relu) {
    return new PlainFunction.Pointwise("max(0, z)", z -> Math.max(0, z), z -> z > 0 ? 1 : 0);
  }

  @Override
  public PlainFunction leakyRelu(LeakyRelu leakyRelu) {
    double alpha = leakyRelu.alpha();
    return new PlainFunction.Pointwise(
        "max(alpha z, z)", z -> Math.max(alpha * z, z), z -> z > 0 ? 1 : alpha);
  }

  @Override
  public PlainFunction elu(Elu elu) {
    double alpha = elu.alpha();
    return new PlainFunction.Pointwise(
        "z > 0 ? z : alpha (e^z - 1)",
        z -> z > 0 ? z : alpha * Math.expm1(z),
        z -> z > 0 ? 1 : alpha * Math.exp(z));
  }

  @Override
  public PlainFunction selu(Selu selu) {
    return new PlainFunction.Pointwise(
        "1.0507 (z > 0 ? z : 1.6733 (e^z - 1))",
        z -> SELU_SCALE * (z > 0 ? z : SELU_ALPHA * Math.expm1(z)),
        z -> SELU_SCALE * (z > 0 ? 1 : SELU_ALPHA * Math.exp(z)));
  }

  @Override
  public PlainFunction sigmoid(Sigmoid sigmoid) {
    return new PlainFunction.Pointwise(
        "1 / (1 + e^-z)", PlainActivations::sigma, z -> sigma(z) * sigma(-z));
  }

  @Override
  public PlainFunction tanh(Tanh tanh) {
    return new PlainFunction.Pointwise(
        "2 sigmoid(2 z) - 1", Math::tanh, z -> 4 * sigma(2 * z) * sigma(-2 * z));
  }

  @Override
  public PlainFunction gelu(Gelu gelu) {
    return new PlainFunction.Pointwise(
        "z Phi(z), Phi(z) = (1 + erf(z / sqrt 2)) / 2",
        z -> z * normal(z),
        z -> normal(z) + z * density(z));
  }

  @Override
  public PlainFunction geluTanh(GeluTanh geluTanh) {
    double scale = Math.sqrt(2 / Math.PI);
    double cubic = 0.044715;
    return new PlainFunction.Pointwise(
        "z (1 + tanh(sqrt(2 / pi) (z + 0.044715 z^3))) / 2",
        z -> z * sigma(2 * scale * (z + cubic * z * z * z)),
        z -> {
          double inner = 2 * scale * (z + cubic * z * z * z);
          double slope = 2 * scale * (1 + 3 * cubic * z * z);
          return sigma(inner) + z * slope * sigma(inner) * sigma(-inner);
        });
  }

  @Override
  public PlainFunction swish(Swish swish) {
    return new PlainFunction.Pointwise(
        "z sigmoid(z)", z -> z * sigma(z), z -> sigma(z) * (1 + z * sigma(-z)));
  }

  @Override
  public PlainFunction mish(Mish mish) {
    return new PlainFunction.Pointwise(
        "z tanh(ln(1 + e^z))",
        z -> z * Math.tanh(softPlus(z)),
        z -> {
          double inner = softPlus(z);
          return Math.tanh(inner) + z * sigma(z) * 4 * sigma(2 * inner) * sigma(-2 * inner);
        });
  }

  @Override
  public PlainFunction softplus(Softplus softplus) {
    return new PlainFunction.Pointwise(
        "ln(1 + e^z)", PlainActivations::softPlus, PlainActivations::sigma);
  }

  @Override
  public PlainFunction softsign(Softsign softsign) {
    return new PlainFunction.Pointwise(
        "z / (1 + abs z)", z -> z / (1 + Math.abs(z)), z -> 1 / Math.pow(1 + Math.abs(z), 2));
  }

  @Override
  public PlainFunction hardSigmoid(HardSigmoid hardSigmoid) {
    return new PlainFunction.Pointwise(
        "min(max(0, z + 3), 6) / 6",
        z -> Math.min(Math.max(0, z + 3), 6) / 6,
        z -> Math.abs(z) < 3 ? 1.0 / 6 : 0);
  }

  @Override
  public PlainFunction relu6(Relu6 relu6) {
    return new PlainFunction.Pointwise(
        "min(max(0, z), 6)", z -> Math.min(Math.max(0, z), 6), z -> z > 0 && z < 6 ? 1 : 0);
  }

  @Override
  public PlainFunction softmax(Softmax softmax) {
    return new PlainFunction.Softmax(softmax.temperature());
  }

  private static double sigma(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  private static double softPlus(double z) {
    return Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));
  }

  private static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /**
   * The distribution function of N(0, 1) by its series {@code 1/2 + density(z) (z + z^3 / 3 + z^5 /
   * (3 5) + ...)}; Marsaglia, Evaluating the normal distribution, 2004.
   */
  private static double normal(double z) {
    if (Math.abs(z) > 30) {
      return z > 0 ? 1 : 0;
    }
    double term = z;
    double sum = z;
    for (int odd = 3; Math.abs(term) > Math.ulp(sum) / 4; odd += 2) {
      term *= z * z / odd;
      sum += term;
    }
    return 0.5 + density(z) * sum;
  }
}
