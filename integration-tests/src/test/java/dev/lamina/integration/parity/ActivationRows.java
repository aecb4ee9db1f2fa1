package dev.lamina.integration.parity;

import static dev.lamina.dsl.Activations.ELU;
import static dev.lamina.dsl.Activations.GELU;
import static dev.lamina.dsl.Activations.GELU_TANH;
import static dev.lamina.dsl.Activations.HARD_SIGMOID;
import static dev.lamina.dsl.Activations.LEAKY_RELU;
import static dev.lamina.dsl.Activations.LINEAR;
import static dev.lamina.dsl.Activations.MISH;
import static dev.lamina.dsl.Activations.RELU;
import static dev.lamina.dsl.Activations.RELU6;
import static dev.lamina.dsl.Activations.SELU;
import static dev.lamina.dsl.Activations.SIGMOID;
import static dev.lamina.dsl.Activations.SOFTMAX;
import static dev.lamina.dsl.Activations.SOFTPLUS;
import static dev.lamina.dsl.Activations.SOFTSIGN;
import static dev.lamina.dsl.Activations.STEP;
import static dev.lamina.dsl.Activations.SWISH;
import static dev.lamina.dsl.Activations.TANH;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.training.model.Model;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Activations: values and gradients between -1000 and 1000, as a layer between two others. */
final class ActivationRows {

  private static final double TOLERANCE = 1e-9;

  /** None lies on a kink, where one-sided derivatives differ. */
  private static final double[] LOGITS = {
    -1000, -100, -40, -20, -8, -3.5, -2, -1, -0.5, -1e-3, 1e-3, 0.5, 1, 2, 3.5, 5, 8, 20, 40, 100,
    1000
  };

  /** For softmax, whose outputs depend on all logits: no output is 0 or 1. */
  private static final double[] SMALL_LOGITS = {3, 1, 0.5, -2, 2.5, 0};

  private static final List<Activation> WORDS =
      List.of(
          LINEAR,
          STEP,
          RELU,
          LEAKY_RELU,
          LEAKY_RELU.alpha(0.3),
          ELU,
          ELU.alpha(0.5),
          SELU,
          SIGMOID,
          TANH,
          GELU,
          GELU_TANH,
          SWISH,
          MISH,
          SOFTPLUS,
          SOFTSIGN,
          HARD_SIGMOID,
          RELU6,
          SOFTMAX,
          SOFTMAX.temperature(0.1),
          SOFTMAX.temperature(20));

  private ActivationRows() {}

  static List<Row> rows() {
    return WORDS.stream().map(ActivationRows::row).toList();
  }

  private static Row row(Activation word) {
    PlainFunction plain = word.accept(new PlainActivations());
    double[] logits = word instanceof Softmax ? SMALL_LOGITS : LOGITS;
    double[] values = plain.values(logits);
    double[] gradient = gradientByOutputs(logits.length);
    double[] backward = plain.backward(logits, gradient);
    Model model = Probe.hidden(word, logits);
    double difference =
        Math.max(
            Difference.of(Probe.outputs(model), values),
            Difference.of(Probe.gradient(model, targetsFor(values, gradient)), backward));
    return new Row(
        "Activations",
        word.toString(),
        word.getClass(),
        plain.formula(),
        "closed form, value and derivative",
        difference,
        TOLERANCE,
        word.accept(new Dl4jActivations())
            .map(dl4j -> Dl4j.differsBy(difference(dl4j, logits, values, gradient, backward)))
            .orElseGet(Dl4j::hasNone));
  }

  /** What comes back from behind: of every size and both signs. */
  private static double[] gradientByOutputs(int outputs) {
    return IntStream.range(0, outputs).mapToDouble(i -> (i % 5 - 1.5) / 2).toArray();
  }

  /** Mean squared error gives 2 (p - y) / n as the gradient by the outputs. */
  private static double[][] targetsFor(double[] values, double[] gradient) {
    int n = values.length;
    return new double[][] {
      IntStream.range(0, n).mapToDouble(i -> values[i] - gradient[i] * n / 2).toArray()
    };
  }

  private static double difference(
      IActivation dl4j, double[] logits, double[] values, double[] gradient, double[] backward) {
    INDArray given = dl4j.getActivation(row(logits), false);
    INDArray back = dl4j.backprop(row(logits), row(gradient)).getFirst();
    return Math.max(
        Difference.of(given.toDoubleVector(), values),
        Difference.of(back.toDoubleVector(), backward));
  }

  private static INDArray row(double[] numbers) {
    return Nd4j.create(new double[][] {numbers}).castTo(DataType.DOUBLE);
  }
}
