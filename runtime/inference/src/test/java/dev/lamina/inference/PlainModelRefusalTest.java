package dev.lamina.inference;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.training.Precision;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PlainModelRefusalTest {

  private static final Network NETWORK =
      sequential(input(2), dense(3).named("it"), batchNorm().named("norm")).named("churn");

  private final PlainModel model =
      PlainModel.of(NETWORK, Precision.FLOAT32, Numbers.seeded(NETWORK, 1));

  @Test
  void rowsOfTheWrongLength() {
    assertRefused(
        () -> model.predict(new double[][] {{1, 2}, {1, 2, 3}}),
        """
        Prediction of network `churn` is not valid: 1 problem.
          1. Row 1 has 3 features but the network takes `input(2)`.
             Fix: give 2 features a row.""");
    assertRefused(
        () -> model.predict(new double[] {1}),
        """
        Prediction of network `churn` is not valid: 1 problem.
          1. Row 0 has 1 feature but the network takes `input(2)`.
             Fix: give 2 features a row.""");
    assertRefused(
        () -> model.predict((double[]) null),
        """
        Prediction of network `churn` is not valid: 1 problem.
          1. Row 0 is null but the network takes `input(2)`.
             Fix: give 2 features a row.""");
  }

  @Test
  void numbersThatAreNotFinite() {
    String expected =
        """
        Prediction of network `churn` is not valid: 1 problem.
          1. Row 1 needs numbers that are finite but column 0 (both counted from 0) is NaN.
             Fix: leave the row out, or fill in the missing value.""";

    assertRefused(() -> model.predict(new double[][] {{1, 2}, {Double.NaN, 1}}), expected);
    assertRefused(() -> model.predict(new double[] {1, 2, Double.NaN, 1}, new double[6]), expected);
    assertRefused(() -> model.predict(new float[] {1, 2, Float.NaN, 1}, new float[6]), expected);
  }

  @Test
  void numbersThatSinglePrecisionDoesNotHold() {
    assertRefused(
        () -> model.predict(new double[] {1, 1e39}),
        """
        Prediction of network `churn` is not valid: 1 problem.
          1. Row 0 needs numbers within the range of FLOAT32 but column 1 (both counted from 0) is 1e39.
             Fix: scale the features as those that the network learned from.""");
  }

  @Test
  void arraysThatDoNotHoldWholeSamples() {
    assertRefused(
        () -> model.predict(new double[5], new double[6]),
        """
        `predict(features, outputs)` is not valid: 1 problem.
          1. `features` must be of whole samples of 2 numbers each but is 5 numbers.
             Fix: give as many numbers for every sample as the network takes.""");
    assertRefused(
        () -> model.predict(new float[4], new float[5]),
        """
        `predict(features, outputs)` is not valid: 1 problem.
          1. `outputs` must be room for 6 numbers but is of length 5.
             Fix: give an array of that length: 3 for each sample.""");
  }

  @Test
  void arraysThatAreNotThere() {
    assertRefused(
        () -> model.predict((double[][]) null),
        """
        `predict(features)` is not valid: 1 problem.
          1. `features` must be a value but is null.
             Fix: pass a value: null stands for nothing.""");
    assertRefused(
        () -> model.predict(new double[2], null),
        """
        `predict(features, outputs)` is not valid: 1 problem.
          1. `outputs` must be a value but is null.
             Fix: pass a value: null stands for nothing.""");
    assertRefused(
        () -> model.predict(null, new float[2]),
        """
        `predict(features, outputs)` is not valid: 1 problem.
          1. `features` must be a value but is null.
             Fix: pass a value: null stands for nothing.""");
  }

  @Test
  void parametersThatDoNotFitAllAtOnce() {
    Map<String, double[]> values =
        Map.of(
            "kernel", new double[5],
            "bias", new double[] {1, Double.NaN, 2},
            "gamma", new double[] {1, 1, 1e39},
            "beta", new double[3],
            "movingMean", new double[3]);

    assertRefused(
        () -> PlainModel.of(NETWORK, Precision.FLOAT32, (layer, name) -> values.get(name)),
        """
        `PlainModel.of(network, precision, parameters)` for network `churn` is not valid: 4 problems.
          1. Layer 1 `dense(3).named("it")` needs a `kernel` of shape [2, 3], row by row, but the parameters have 5 numbers.
             Fix: give the numbers of the trained layer `it`.
          2. Layer 1 `dense(3).named("it")` needs a `bias` of finite numbers within the range of FLOAT32 but the parameters have NaN.
             Fix: train it again where numbers are not finite, or use FLOAT64 where they are large.
          3. Layer 2 `batchNorm().named("norm")` needs a `gamma` of finite numbers within the range of FLOAT32 but the parameters have 1e39.
             Fix: train it again where numbers are not finite, or use FLOAT64 where they are large.
          4. Layer 2 `batchNorm().named("norm")` needs a `movingVariance` of shape [3], row by row, but the parameters have none.
             Fix: give the numbers of the trained layer `norm`.""");
  }

  @Test
  void networksThatAreNotValid() {
    assertRefused(
        () ->
            PlainModel.of(sequential(input(2)), Precision.FLOAT32, (layer, name) -> new double[0]),
        """
        Network `sequential` is not valid: 1 problem.
          1. The network needs at least one layer after `input(2)` but has none.
             Fix: add layers, such as `dense(1)` for one output.""");
    assertRefused(
        () -> PlainModel.of(NETWORK, Precision.FLOAT32, null),
        """
        `PlainModel.of(network, precision, parameters)` is not valid: 1 problem.
          1. `parameters` must be a value but is null.
             Fix: pass a value: null stands for nothing.""");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(message.replace("\n", System.lineSeparator()));
  }
}
