package dev.lamina.training.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.training.Xor;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WeightsTest {

  private static final Network NETWORK = Xor.network();

  @Test
  void layersWithParametersAreNamedFromInputToOutput() {
    assertThat(counted().layers()).containsExactly("hidden", "norm", "out");
  }

  @Test
  void parametersAreNamedInTheOrderOfTheLayer() {
    Weights weights = counted();

    assertThat(weights.parameters("hidden")).containsExactly("kernel", "bias");
    assertThat(weights.parameters("norm"))
        .containsExactly("gamma", "beta", "movingMean", "movingVariance");
  }

  @Test
  void aMatrixIsReadRowByRow() {
    assertThat(counted().matrix("hidden", "kernel"))
        .isDeepEqualTo(new double[][] {{0, 1, 2}, {3, 4, 5}});
  }

  @Test
  void aVectorIsReadAsItIs() {
    assertThat(counted().vector("hidden", "bias")).containsExactly(0, 1, 2);
  }

  @Test
  void theNumbersOfAMatrixOrAVectorAreReadInARow() {
    Weights weights = counted();

    assertThat(weights.values("hidden", "kernel")).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(weights.values("hidden", "bias")).containsExactly(0, 1, 2);
  }

  @Test
  void changesOfWhatWasReadDoNotReachTheWeights() {
    Weights weights = counted();

    weights.matrix("hidden", "kernel")[0][0] = 9;
    weights.vector("hidden", "bias")[0] = 9;
    weights.values("hidden", "bias")[1] = 9;

    assertThat(weights).isEqualTo(counted());
  }

  @Test
  void anotherMatrixGivesOtherWeights() {
    Weights before = counted();

    Weights after = before.with("hidden", "kernel", new double[][] {{9, 8, 7}, {6, 5, 4}});

    assertThat(after.matrix("hidden", "kernel"))
        .isDeepEqualTo(new double[][] {{9, 8, 7}, {6, 5, 4}});
    assertThat(after.vector("hidden", "bias")).containsExactly(0, 1, 2);
    assertThat(before).isEqualTo(counted());
    assertThat(after).isNotEqualTo(before);
  }

  @Test
  void anotherVectorGivesOtherWeights() {
    Weights after = counted().with("norm", "gamma", new double[] {9, 8, 7});

    assertThat(after.vector("norm", "gamma")).containsExactly(9, 8, 7);
    assertThat(after.vector("norm", "beta")).containsExactly(0, 1, 2);
    assertThat(after.layers()).containsExactly("hidden", "norm", "out");
  }

  @Test
  void laterChangesOfAnArrayDoNotReachTheWeights() {
    double[] bias = {9, 8, 7};
    double[][] kernel = {{1, 1, 1}, {1, 1, 1}};

    Weights weights = counted().with("hidden", "bias", bias).with("hidden", "kernel", kernel);
    bias[0] = 0;
    kernel[0][0] = 0;

    assertThat(weights.vector("hidden", "bias")).containsExactly(9, 8, 7);
    assertThat(weights.matrix("hidden", "kernel")[0]).containsExactly(1, 1, 1);
  }

  @Test
  void equalNumbersMakeEqualWeights() {
    Weights other = counted().with("norm", "beta", new double[] {0, 1, 2});

    assertThat(other).isEqualTo(counted()).hasSameHashCodeAs(counted());
  }

  @Test
  void weightsPrintALineForEachParameter() {
    List<String> lines = counted().toString().lines().toList();

    assertThat(lines)
        .containsExactly(
            "hidden.kernel [2, 3] [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]",
            "hidden.bias [3] [0.0, 1.0, 2.0]",
            "norm.gamma [3] [0.0, 1.0, 2.0]",
            "norm.beta [3] [0.0, 1.0, 2.0]",
            "norm.movingMean [3] [0.0, 1.0, 2.0]",
            "norm.movingVariance [3] [0.0, 1.0, 2.0]",
            "out.kernel [3, 1] [[0.0], [1.0], [2.0]]",
            "out.bias [1] [0.0]");
  }

  /** Weights that count from 0 in each parameter. */
  static Weights counted() {
    return Weights.read(
        NETWORK,
        (layer, name) ->
            layer.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .flatMapToDouble(
                    parameter -> LongStream.range(0, parameter.size()).asDoubleStream())
                .toArray());
  }
}
