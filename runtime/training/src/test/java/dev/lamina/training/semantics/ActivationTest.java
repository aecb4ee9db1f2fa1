package dev.lamina.training.semantics;

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
import static dev.lamina.dsl.Activations.SOFTPLUS;
import static dev.lamina.dsl.Activations.SOFTSIGN;
import static dev.lamina.dsl.Activations.SWISH;
import static dev.lamina.dsl.Activations.TANH;
import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Layers.activation;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each activation function of one number against its closed form, wherever it may stand. */
class ActivationTest {

  private static final double[] POINTS = {-40, -3, -1, -0.25, 0.25, 1, 3, 40};
  private static final TrainingPlan ONE_STEP = training(meanSquaredError(), sgd(1));
  private static final Dense UNIT = dense(1).noBias().initializer(ones());
  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double SELU_ALPHA = 1.6732632423543772;

  static Stream<Arguments> functions() {
    DoubleUnaryOperator sigmoid = z -> 1 / (1 + Math.exp(-z));
    return Stream.of(
        of(LINEAR, z -> z, z -> 1),
        of(RELU, z -> Math.max(0, z), z -> z > 0 ? 1 : 0),
        of(LEAKY_RELU, z -> Math.max(0.01 * z, z), z -> z > 0 ? 1 : 0.01),
        of(LEAKY_RELU.alpha(0.3), z -> Math.max(0.3 * z, z), z -> z > 0 ? 1 : 0.3),
        of(ELU, z -> elu(1, z), z -> z > 0 ? 1 : Math.exp(z)),
        of(ELU.alpha(0.5), z -> elu(0.5, z), z -> z > 0 ? 1 : 0.5 * Math.exp(z)),
        of(
            SELU,
            z -> SELU_SCALE * elu(SELU_ALPHA, z),
            z -> SELU_SCALE * (z > 0 ? 1 : SELU_ALPHA * Math.exp(z))),
        of(SIGMOID, sigmoid, z -> sigmoid.applyAsDouble(z) * sigmoid.applyAsDouble(-z)),
        of(TANH, Math::tanh, z -> 1 / Math.pow(Math.cosh(z), 2)),
        of(SWISH, z -> z * s(z), z -> s(z) * (1 + z * s(-z))),
        of(MISH, z -> z * Math.tanh(softplus(z)), ActivationTest::mishSlope),
        of(SOFTPLUS, ActivationTest::softplus, sigmoid),
        of(SOFTSIGN, z -> z / (1 + Math.abs(z)), z -> 1 / Math.pow(1 + Math.abs(z), 2)),
        of(HARD_SIGMOID, z -> clip(z + 3) / 6, z -> Math.abs(z) < 3 ? 1.0 / 6 : 0),
        of(RELU6, ActivationTest::clip, z -> z > 0 && z < 6 ? 1 : 0));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aHiddenLayerGivesTheFunctionAndLearnsByItsDerivative(
      Activation activation, DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
    Network network = sequential(input(1), UNIT.activation(activation).named("unit"), UNIT);

    double[] values = outputs(network);
    double[] slopes = slopes(network, function);

    assertThat(values).containsExactly(at(POINTS, function), EXACT);
    assertThat(slopes).containsExactly(at(POINTS, derivative), EXACT);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aLayerOfItsOwnGivesTheFunctionAndItsDerivative(
      Activation activation, DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
    Network network = sequential(input(1), UNIT.named("unit"), activation(activation), UNIT);

    double[] values = outputs(network);
    double[] slopes = slopes(network, function);

    assertThat(values).containsExactly(at(POINTS, function), EXACT);
    assertThat(slopes).containsExactly(at(POINTS, derivative), EXACT);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theLastLayerGivesTheFunctionAndLearnsByItsDerivative(
      Activation activation, DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
    Network network = sequential(input(1), UNIT.activation(activation).named("unit"));
    Network apart = sequential(input(1), UNIT.named("unit"), activation(activation));

    double[] values = outputs(network);
    double[] slopes = slopes(network, function);

    assertThat(values).containsExactly(at(POINTS, function), EXACT);
    assertThat(slopes).containsExactly(at(POINTS, derivative), EXACT);
    assertThat(outputs(apart)).containsExactly(values);
    assertThat(slopes(apart, function)).containsExactly(slopes);
  }

  @Test
  void geluIsThatOfKeras() {
    Network exact = sequential(input(1), UNIT.activation(GELU));
    Network near = sequential(input(1), UNIT.activation(GELU_TANH));
    double[][] rows = {{-3}, {-1}, {0}, {1}, {3}};

    double[] byErf = ExactTraining.column(untrained(exact, ONE_STEP).predict(rows), 0);
    double[] byTanh = ExactTraining.column(untrained(near, ONE_STEP).predict(rows), 0);

    // z Phi(z) with Phi(1) = 0.8413447460685429 and Phi(3) = 0.9986501019683699.
    assertThat(byErf)
        .containsExactly(
            new double[] {
              -0.0040496940948902, -0.1586552539314571, 0, 0.8413447460685429, 2.99595030590511
            },
            EXACT);
    assertThat(byTanh)
        .containsExactly(
            new double[] {-0.00363739, -0.15880801, 0, 0.84119199, 2.99636261}, within(1e-8));
  }

  @Test
  void withoutAnActivationLayersAreLinear() {
    Network network = sequential(input(2), dense(2).named("hidden"), dense(2).named("out"));
    Model fresh = untrained(network, ONE_STEP);
    Model model =
        fresh.withWeights(
            fresh
                .weights()
                .with("hidden", "kernel", new double[][] {{1, -2}, {3, 0.5}})
                .with("hidden", "bias", new double[] {-4, 100})
                .with("out", "kernel", new double[][] {{-1, 2}, {0.5, -30}})
                .with("out", "bias", new double[] {7, -8}));

    double[] outputs = model.predict(new double[] {2, -5});

    // Hidden: 2 - 15 - 4 = -17 and -4 - 2.5 + 100 = 93.5.
    assertThat(outputs).containsExactly(new double[] {17 + 46.75 + 7, -34 - 30 * 93.5 - 8}, EXACT);
  }

  @Test
  void reluStandsStillAtZero() {
    Network network = sequential(input(1), UNIT.relu().named("unit"), UNIT.named("out"));
    Dataset data = Dataset.of(new double[][] {{0}, {-1}}, new double[] {1, 1});

    double[][] learned = train(network, ONE_STEP, data).model().weights().matrix("unit", "kernel");

    assertThat(learned).isDeepEqualTo(new double[][] {{1}});
  }

  private static Arguments of(
      Activation activation, DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
    return Arguments.of(activation, function, derivative);
  }

  private static double s(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  private static double softplus(double z) {
    return Math.log1p(Math.exp(z));
  }

  private static double mishSlope(double z) {
    double tanh = Math.tanh(softplus(z));
    return tanh + z * (1 - tanh * tanh) * s(z);
  }

  private static double clip(double z) {
    return Math.min(Math.max(z, 0), 6);
  }

  private static double elu(double alpha, double z) {
    return z > 0 ? z : alpha * (Math.exp(z) - 1);
  }

  private static double[] at(double[] points, DoubleUnaryOperator function) {
    return Arrays.stream(points).map(function).toArray();
  }

  private static double[] outputs(Network network) {
    double[][] rows =
        Arrays.stream(POINTS).mapToObj(z -> new double[] {z}).toArray(double[][]::new);
    return ExactTraining.column(untrained(network, ONE_STEP).predict(rows), 0);
  }

  /**
   * The target is half a unit below the output, so that the gradient by the output is 1, and that
   * by the weight w = 1 of `unit` is f'(z) x, with z = x.
   */
  private static double[] slopes(Network network, DoubleUnaryOperator function) {
    return at(
        POINTS,
        x -> {
          double[] target = {function.applyAsDouble(x) - 0.5};
          Dataset data = Dataset.of(new double[][] {{x}}, target);
          return (1 - ExactTraining.unitKernel(train(network, ONE_STEP, data), "unit")[0]) / x;
        });
  }
}
