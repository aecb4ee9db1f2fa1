package dev.lamina.compiler.lowering.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The activations that networks are lowered to, DL4J's own included, against closed forms. */
class ActivationsTest {

  private static final double[] INPUTS = {-9, -3.5, -1, -0.25, -1e-4, 1e-4, 0.5, 1, 2.75, 8};
  private static final double[] SLOPES = {1, -2, 0.5, 3, 1, -1, 2, 0.25, -0.75, 1};
  private static final double STEP = 1e-6;

  static Stream<Arguments> activations() {
    return Stream.of(
        of(new ActivationIdentity(), x -> x, x -> 1),
        of(new ActivationReLU(), x -> Math.max(x, 0), x -> x > 0 ? 1 : 0),
        of(new ExactLeakyRelu(0.3), x -> x > 0 ? x : 0.3 * x, x -> x > 0 ? 1 : 0.3),
        of(new ExactLeakyRelu(0.01), x -> x > 0 ? x : 0.01 * x, x -> x > 0 ? 1 : 0.01),
        of(new ActivationSigmoid(), ActivationsTest::sigmoid, x -> sigmoid(x) * sigmoid(-x)),
        of(new ActivationTanH(), Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x)),
        of(
            new ActivationSELU(),
            x -> 1.0507009873554805 * elu(x, 1.6732632423543772),
            x -> 1.0507009873554805 * eluSlope(x, 1.6732632423543772)),
        of(new ExactElu(1), x -> elu(x, 1), x -> eluSlope(x, 1)),
        of(new ExactElu(0.3), x -> elu(x, 0.3), x -> eluSlope(x, 0.3)),
        of(new ExactElu(2), x -> elu(x, 2), x -> eluSlope(x, 2)),
        of(new ActivationSoftSign(), x -> x / (1 + Math.abs(x)), x -> softsignSlope(x)),
        of(new ExactGelu(), ActivationsTest::gelu, ActivationsTest::geluSlope),
        of(new ExactGeluTanh(), ActivationsTest::geluTanh, ActivationsTest::geluTanhSlope),
        of(new ExactSwish(), x -> x * sigmoid(x), x -> sigmoid(x) * (1 + x * sigmoid(-x))),
        of(new ExactMish(), x -> x * Math.tanh(softplus(x)), ActivationsTest::mishSlope),
        of(new ExactSoftplus(), ActivationsTest::softplus, ActivationsTest::sigmoid),
        of(new ExactRelu6(), x -> clip(x, 6), x -> x > 0 && x < 6 ? 1 : 0),
        of(new ExactStep(), x -> x < 0 ? 0 : 1, x -> 0),
        of(new ExactHardSigmoid(), x -> clip(x + 3, 6) / 6, x -> Math.abs(x) < 3 ? 1 / 6.0 : 0));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void valuesAreThoseOfTheClosedForm(IActivation activation, DoubleUnaryOperator function) {
    INDArray inputs = Nd4j.createFromArray(INPUTS).reshape('f', 2, 5);

    INDArray outputs = activation.getActivation(inputs.dup('f'), true);

    double[] expected = Arrays.stream(INPUTS).map(function).toArray();
    assertThat(outputs.dup('f').data().asDouble()).containsExactly(expected, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void gradientsAreThoseOfTheClosedForm(
      IActivation activation, DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
    INDArray inputs = Nd4j.createFromArray(INPUTS).reshape('f', 2, 5);
    INDArray slopes = Nd4j.createFromArray(SLOPES).reshape('f', 2, 5).dup('c');

    INDArray gradient = activation.backprop(inputs.dup('f'), slopes).getFirst();

    double[] expected = Arrays.stream(INPUTS).map(derivative).toArray();
    for (int i = 0; i < INPUTS.length; i++) {
      expected[i] *= SLOPES[i];
    }
    assertThat(gradient.dup('f').data().asDouble()).containsExactly(expected, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void gradientsAreTheSlopesOfTheValues(IActivation activation) {
    INDArray inputs = Nd4j.createFromArray(INPUTS);

    INDArray gradient = activation.backprop(inputs.dup(), Nd4j.onesLike(inputs)).getFirst();

    INDArray up = activation.getActivation(inputs.add(STEP), true);
    INDArray down = activation.getActivation(inputs.sub(STEP), true);
    double[] differences = up.sub(down).div(2 * STEP).toDoubleVector();
    assertThat(gradient.toDoubleVector()).containsExactly(differences, within(1e-8));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void extremeInputsStayFiniteInSinglePrecision(IActivation activation) {
    INDArray inputs = Nd4j.arange(-1000, 1001).castTo(DataType.FLOAT);

    INDArray outputs = activation.getActivation(inputs.dup(), true);
    INDArray gradient = activation.backprop(inputs.dup(), Nd4j.onesLike(inputs)).getFirst();

    assertThat(DoubleStream.of(outputs.toDoubleVector())).hasSize(2001).allMatch(Double::isFinite);
    assertThat(DoubleStream.of(gradient.toDoubleVector())).hasSize(2001).allMatch(Double::isFinite);
  }

  @Test
  void softmaxIsThatOfTheClosedForm() {
    INDArray inputs = Nd4j.createFromArray(new double[][] {{0.3, -1.2, 2.5}, {7, 8, -9}});
    INDArray slopes = Nd4j.createFromArray(new double[][] {{1, -2, 0.5}, {0, 3, 1}});

    INDArray outputs = new ActivationSoftmax().getActivation(inputs.dup('f'), true);
    INDArray gradient = new ActivationSoftmax().backprop(inputs.dup('f'), slopes).getFirst();

    for (int row = 0; row < 2; row++) {
      double[] expected = softmax(inputs.getRow(row).toDoubleVector());
      double[] slope = slopes.getRow(row).toDoubleVector();
      double mean = expected[0] * slope[0] + expected[1] * slope[1] + expected[2] * slope[2];
      for (int j = 0; j < 3; j++) {
        assertThat(outputs.getDouble(row, j)).isCloseTo(expected[j], within(1e-9));
        assertThat(gradient.getDouble(row, j))
            .isCloseTo(expected[j] * (slope[j] - mean), within(1e-9));
      }
    }
  }

  @Test
  void softmaxOfExtremeInputsStaysFiniteInSinglePrecision() {
    INDArray inputs = Nd4j.arange(-1000, 1001).castTo(DataType.FLOAT).reshape(667, 3);

    INDArray outputs = new ActivationSoftmax().getActivation(inputs.dup(), true);
    INDArray spread = new ActivationSoftmax().getActivation(inputs.mul(inputs).div(1000), true);
    INDArray gradient =
        new ActivationSoftmax().backprop(inputs.dup(), Nd4j.onesLike(inputs)).getFirst();

    assertThat(DoubleStream.of(outputs.data().asDouble())).hasSize(2001).allMatch(Double::isFinite);
    assertThat(DoubleStream.of(spread.data().asDouble())).hasSize(2001).allMatch(Double::isFinite);
    assertThat(DoubleStream.of(gradient.data().asDouble()))
        .hasSize(2001)
        .allMatch(Double::isFinite);
  }

  private static Arguments of(
      IActivation activation, DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
    return Arguments.of(activation, function, derivative);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double softplus(double x) {
    return Math.log(1 + Math.exp(x));
  }

  private static double softsignSlope(double x) {
    return 1 / Math.pow(1 + Math.abs(x), 2);
  }

  private static double mishSlope(double x) {
    double tanh = Math.tanh(softplus(x));
    return tanh + x * (1 - tanh * tanh) * sigmoid(x);
  }

  private static double clip(double x, double ceiling) {
    return Math.min(Math.max(x, 0), ceiling);
  }

  private static double gelu(double x) {
    return x * (1 + erf(x / Math.sqrt(2))) / 2;
  }

  private static double geluSlope(double x) {
    double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    return (1 + erf(x / Math.sqrt(2))) / 2 + x * density;
  }

  private static double geluTanh(double x) {
    return x * (1 + Math.tanh(geluTanhInner(x))) / 2;
  }

  private static double geluTanhSlope(double x) {
    double tanh = Math.tanh(geluTanhInner(x));
    double inner = Math.sqrt(2 / Math.PI) * (1 + 0.134145 * x * x);
    return (1 + tanh) / 2 + x * (1 - tanh * tanh) * inner / 2;
  }

  private static double geluTanhInner(double x) {
    return Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
  }

  /** By the series of positive terms, which loses no digits. */
  private static double erf(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x);
    }
    double sum = 0;
    double term = x;
    for (int n = 1; Math.abs(term) > 1e-18; n++) {
      sum += term;
      term *= 2 * x * x / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  private static double elu(double x, double alpha) {
    return x > 0 ? x : alpha * Math.expm1(x);
  }

  private static double eluSlope(double x, double alpha) {
    return x > 0 ? 1 : alpha * Math.exp(x);
  }

  private static double[] softmax(double[] inputs) {
    double sum = 0;
    double[] powers = new double[inputs.length];
    for (int j = 0; j < inputs.length; j++) {
      powers[j] = Math.exp(inputs[j]);
      sum += powers[j];
    }
    for (int j = 0; j < inputs.length; j++) {
      powers[j] /= sum;
    }
    return powers;
  }
}
