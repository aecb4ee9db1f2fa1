package dev.lamina.inference.function;

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
 * Each activation in plain Java.
 *
 * <p>{@code StrictMath} and {@link Exponential} give the same bits on every machine, and {@code
 * Math} does not.
 */
final class Functions implements Activation.Cases<RowFunction> {

  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double GELU_CUBIC = 0.044715;
  private static final double GELU_SCALE = 2 * Math.sqrt(2 / Math.PI);

  @Override
  public RowFunction linear(Linear linear) {
    return new Pointwise(z -> z);
  }

  @Override
  public RowFunction relu(Relu relu) {
    return new Clipped(Double.POSITIVE_INFINITY);
  }

  @Override
  public RowFunction leakyRelu(LeakyRelu leakyRelu) {
    return new Leaky(leakyRelu.alpha());
  }

  @Override
  public RowFunction relu6(Relu6 relu6) {
    return new Clipped(6);
  }

  @Override
  public RowFunction elu(Elu elu) {
    double alpha = elu.alpha();
    return new Pointwise(z -> z > 0 ? z : alpha * StrictMath.expm1(z));
  }

  @Override
  public RowFunction selu(Selu selu) {
    return new Pointwise(z -> SELU_SCALE * (z > 0 ? z : SELU_ALPHA * StrictMath.expm1(z)));
  }

  @Override
  public RowFunction sigmoid(Sigmoid sigmoid) {
    return new Pointwise(Functions::sigma);
  }

  /** NaN stays NaN, as it shows that something is wrong. */
  @Override
  public RowFunction step(Step step) {
    return new Pointwise(z -> z >= 0 ? 1 : z < 0 ? 0 : z);
  }

  @Override
  public RowFunction tanh(Tanh tanh) {
    return new Pointwise(Functions::tangent);
  }

  @Override
  public RowFunction gelu(Gelu gelu) {
    NormalDistribution distribution = new NormalDistribution();
    return new Pointwise(z -> z * distribution.below(z));
  }

  /** (1 + tanh u) / 2 is the sigmoid of 2 u. */
  @Override
  public RowFunction geluTanh(GeluTanh geluTanh) {
    return new Pointwise(z -> z * sigma(GELU_SCALE * (z + GELU_CUBIC * z * z * z)));
  }

  @Override
  public RowFunction swish(Swish swish) {
    return new Pointwise(z -> z * sigma(z));
  }

  /** tanh(ln(1 + n)) = n (n + 2) / (n (n + 2) + 2), with n = e^z. */
  @Override
  public RowFunction mish(Mish mish) {
    return new Pointwise(
        z -> {
          double n = Exponential.of(-Math.abs(z));
          return z < 0
              ? z * n * (n + 2) / (n * (n + 2) + 2)
              : z * (1 + 2 * n) / (1 + 2 * n * (1 + n));
        });
  }

  @Override
  public RowFunction softplus(Softplus softplus) {
    return new Pointwise(z -> Math.max(0, z) + StrictMath.log1p(Exponential.of(-Math.abs(z))));
  }

  @Override
  public RowFunction softsign(Softsign softsign) {
    return new Pointwise(z -> z / (1 + Math.abs(z)));
  }

  @Override
  public RowFunction hardSigmoid(HardSigmoid hardSigmoid) {
    return new Pointwise(z -> Math.min(Math.max(0, z + 3), 6) / 6);
  }

  @Override
  public RowFunction softmax(Softmax softmax) {
    return new NormalizedExponentials(softmax.temperature());
  }

  /** Near 0, where the difference would cancel digits, by the JDK's slower way. */
  private static double tangent(double z) {
    double size = Math.abs(z);
    return size < 0.25
        ? StrictMath.tanh(z)
        : Math.copySign(1 - 2 / (Exponential.of(2 * size) + 1), z);
  }

  private static double sigma(double z) {
    return 1 / (1 + Exponential.of(-z));
  }
}
