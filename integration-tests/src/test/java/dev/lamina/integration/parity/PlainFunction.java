package dev.lamina.integration.parity;

import dev.lamina.dsl.code.Code;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** An activation function in plain Java, with its chain rule. */
interface PlainFunction {

  /** What the function means, as text. */
  String formula();

  /** The values at these logits. */
  double[] values(double[] logits);

  /** The gradient by the logits where that by the values is this. */
  double[] backward(double[] logits, double[] gradient);

  /** A function of one number, and its derivative. */
  record Pointwise(String formula, DoubleUnaryOperator value, DoubleUnaryOperator slope)
      implements PlainFunction {

    @Override
    public double[] values(double[] logits) {
      return IntStream.range(0, logits.length)
          .mapToDouble(i -> value.applyAsDouble(logits[i]))
          .toArray();
    }

    @Override
    public double[] backward(double[] logits, double[] gradient) {
      return IntStream.range(0, logits.length)
          .mapToDouble(i -> gradient[i] * slope.applyAsDouble(logits[i]))
          .toArray();
    }
  }

  /** Normalized exponentials of {@code z / temperature}. */
  record Softmax(double temperature) implements PlainFunction {

    @Override
    public String formula() {
      return "e^(z_i / T) / sum_j e^(z_j / T), T = " + Code.literal(temperature);
    }

    @Override
    public double[] values(double[] logits) {
      double largest =
          IntStream.range(0, logits.length).mapToDouble(i -> logits[i]).max().orElse(0);
      double[] powers =
          IntStream.range(0, logits.length)
              .mapToDouble(i -> Math.exp((logits[i] - largest) / temperature))
              .toArray();
      double sum = IntStream.range(0, powers.length).mapToDouble(i -> powers[i]).sum();
      return IntStream.range(0, powers.length).mapToDouble(i -> powers[i] / sum).toArray();
    }

    /** The sum over i of gradient_i s_i (delta_ij - s_j) / T. */
    @Override
    public double[] backward(double[] logits, double[] gradient) {
      double[] s = values(logits);
      double mean = IntStream.range(0, s.length).mapToDouble(i -> gradient[i] * s[i]).sum();
      return IntStream.range(0, s.length)
          .mapToDouble(j -> s[j] * (gradient[j] - mean) / temperature)
          .toArray();
    }
  }
}
