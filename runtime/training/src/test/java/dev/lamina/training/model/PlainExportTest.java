package dev.lamina.training.model;

import static dev.lamina.dsl.Layers.activation;
import static dev.lamina.dsl.Layers.alphaDropout;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.training.Precision;
import dev.lamina.inference.PlainModel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What plain Java predicts against what DL4J does. */
class PlainExportTest {

  private static final int ROWS = 20;
  private static final int INPUTS = 6;

  static List<Activation> activations() {
    return List.of(
        new Linear(),
        new Relu(),
        new Relu6(),
        new LeakyRelu(),
        new LeakyRelu(0.3),
        new Elu(),
        new Elu(0.5),
        new Selu(),
        new Gelu(),
        new GeluTanh(),
        new Swish(),
        new Mish(),
        new Softplus(),
        new Softsign(),
        new HardSigmoid(),
        new Sigmoid(),
        new Step(),
        new Tanh(),
        new Softmax(),
        new Softmax(0.5));
  }

  @ParameterizedTest
  @MethodSource("activations")
  void everyActivationIsThatOfTheEngine(Activation function) {
    Network network =
        sequential(
            input(INPUTS),
            dense(9).activation(function),
            batchNorm(),
            dense(5),
            activation(function),
            dense(4).activation(function));

    assertSame(network, Precision.FLOAT64, 1e-13);
    assertSame(network, Precision.FLOAT32, 1e-6);
  }

  @Test
  void everyActivationIsCompared() {
    assertThat(activations().stream().<Class<?>>map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(Activation.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @EnumSource
  void everyLayerIsThatOfTheEngine(Precision precision) {
    Network network =
        sequential(
            input(INPUTS),
            gaussianNoise(0.1),
            batchNorm().epsilon(0.01),
            dense(12).noBias().dropConnect(0.3),
            batchNorm().frozen(),
            batchNorm(),
            relu(),
            gaussianDropout(0.2),
            dense(8).selu().frozen(),
            alphaDropout(0.1),
            batchNorm(),
            dense(7).tanh().l2(0.1).maxNorm(2),
            dropout(0.5),
            dense(3),
            batchNorm());

    assertSame(network, precision, precision == Precision.FLOAT64 ? 1e-13 : 1e-6);
  }

  @Test
  void theModelPredictsSmallWorkWithIt() {
    Model model = model(sequential(input(INPUTS), dense(9).relu(), dense(2)), Precision.FLOAT32);
    double[][] rows = rows(ROWS);

    double[][] outputs = model.plain().predict(rows);

    assertThat(model.predict(rows)).isDeepEqualTo(outputs);
    assertThat(model.predict(rows[3])).containsExactly(outputs[3]);
  }

  /** Of 300 times 300 weights and more, for more rows than start DL4J. */
  @Test
  void largeWorkIsDoneByTheEngine() {
    Network network = sequential(input(INPUTS), dense(300).tanh(), dense(300).tanh(), dense(1));
    Model model = model(network, Precision.FLOAT64);
    double[][] rows = rows(200);
    double[][] engine = model.engine().predict(rows, 0, rows.length);

    double[][] outputs = model.predict(rows);

    double[][] plain = model.plain().predict(rows);
    assertThat(outputs).isDeepEqualTo(engine);
    assertThat(Arrays.deepEquals(outputs, plain)).isFalse();
    for (int row = 0; row < rows.length; row++) {
      assertThat(outputs[row]).containsExactly(plain[row], within(1e-12));
    }
  }

  @Test
  void smallNetworksPredictManyRowsInPlainJava() {
    Model model = model(sequential(input(INPUTS), dense(9).tanh(), dense(2)), Precision.FLOAT64);
    double[][] rows = rows(1000);

    double[][] outputs = model.predict(rows);

    assertThat(outputs).isDeepEqualTo(model.plain().predict(rows));
  }

  @Test
  void thePlainModelIsMadeOnce() {
    Model model = model(sequential(input(INPUTS), dense(2)), Precision.FLOAT32);

    PlainModel first = model.plain();

    assertThat(model.plain()).isSameAs(first);
    assertThat(first).hasToString("PlainModel[sequential, 6 -> 2, FLOAT32, [product[6, 2]]]");
  }

  @Test
  void aDifferenceIsAnError() {
    Network network = sequential(input(1), dense(2).named("it")).named("churn");
    Model model = untrained(network, Precision.FLOAT64);
    Weights weights =
        model
            .weights()
            .with("it", "kernel", new double[][] {{2, -1}})
            .with("it", "bias", new double[] {0.5, 0});
    PlainExport export = model.withWeights(weights).outputs().plain();
    double[][] rows = {{1}, {3}};

    export.requireSame(rows, new double[][] {{2.5, -1}, {6.5, -3.0000001}}, 1e-6);

    assertThatThrownBy(
            () -> export.requireSame(rows, new double[][] {{2.5, -1}, {6.5, -3.5}}, 1e-6))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            The plain model of network `churn` should give -3 for output 1 of row 1 (both counted from 0), within 1e-6, but gives -3.5.
            Fix: predict with the model itself, and report the network."""
                .replace("\n", System.lineSeparator()));
    assertThatThrownBy(
            () -> export.requireSame(rows, new double[][] {{Double.NaN, -1}, {6.5, -3}}, 1e-6))
        .isInstanceOf(IllegalStateException.class);
  }

  /** To this share of the outputs, or to as much by itself where they are below 1. */
  private static void assertSame(Network network, Precision precision, double tolerance) {
    Model model = model(network, precision);
    double[][] rows = rows(ROWS);

    double[][] outputs = model.plain().predict(rows);

    for (int row = 0; row < ROWS; row++) {
      double[] expected = model.engine().predict(rows, row, row + 1)[0];
      for (int output = 0; output < expected.length; output++) {
        assertThat(outputs[row][output])
            .isCloseTo(
                expected[output], within(tolerance * Math.max(1, Math.abs(expected[output]))));
      }
    }
  }

  /** The network with numbers in its normalizations that batches could have left there. */
  private static Model model(Network network, Precision precision) {
    Random random = new Random(9);
    Model model = untrained(network, precision);
    Weights weights = model.weights();
    for (Outline.Entry entry : network.outline().entries()) {
      for (Parameter each : entry.parameters()) {
        if (each.shape().size() == 1) {
          boolean isVariance = each.name().equals("movingVariance");
          double[] values = random.doubles(each.size(), isVariance ? 0.5 : -1, 1.5).toArray();
          weights = weights.with(entry.name(), each.name(), values);
        }
      }
    }
    return model.withWeights(weights);
  }

  private static Model untrained(Network network, Precision precision) {
    return Model.untrained(network, training(meanSquaredError(), sgd()).precision(precision));
  }

  private static double[][] rows(int count) {
    Random random = new Random(4);
    return Stream.generate(() -> random.doubles(INPUTS, -2, 2).toArray())
        .limit(count)
        .toArray(double[][]::new);
  }
}
