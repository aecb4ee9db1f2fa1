package dev.lamina.compiler.lowering;

import static dev.lamina.dsl.Layers.alphaDropout;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Layers.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.layer.Layer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationTanH;

class LayerLoweringTest {

  @ParameterizedTest
  @CsvSource({"0.25, 0.75", "0.5, 0.5", "0.9, 0.1"})
  void dropoutRetainsWhatItDoesNotDrop(double rate, double retained) {
    DropoutLayer layer =
        Lowered.layer(
            Lowered.network(dense(3), dropout(rate).named("it"), dense(1)),
            "it",
            DropoutLayer.class);

    assertThat(((Dropout) layer.getIDropout()).getP()).isCloseTo(retained, within(1e-15));
  }

  static Stream<Arguments> noises() {
    return Stream.of(
        arguments(alphaDropout(0.25), new AlphaDropout(0.75)),
        arguments(gaussianDropout(0.25), new GaussianDropout(0.25)),
        arguments(gaussianNoise(0.25), new GaussianNoise(0.25)));
  }

  @ParameterizedTest
  @MethodSource("noises")
  void noiseMeansTheSameInTheConventionOfDl4j(Layer noise, IDropout expected) {
    ComputationGraphConfiguration configuration =
        Lowered.network(dense(3), noise.named("it"), dense(1));

    assertThat(Lowered.layer(configuration, "it", DropoutLayer.class).getIDropout())
        .isEqualTo(expected);
    assertThat(ComputationGraphConfiguration.fromJson(configuration.toJson()))
        .isEqualTo(configuration);
  }

  @Test
  void dropoutMayComeDirectlyAfterTheInput() {
    ComputationGraphConfiguration configuration =
        Lowered.network(dropout(0.25).named("it"), dense(1));

    assertThat(configuration.getVertexInputs()).containsEntry("it", List.of("/input"));
    assertThat(Lowered.layer(configuration, "it", DropoutLayer.class).getIDropout())
        .isEqualTo(new Dropout(0.75));
  }

  @Test
  void activationLayersHaveTheirFunction() {
    ActivationLayer layer =
        Lowered.layer(
            Lowered.network(dense(3), tanh().named("it"), dense(1)), "it", ActivationLayer.class);

    assertThat(layer.getActivationFn()).isEqualTo(new ActivationTanH());
  }

  @Test
  void layersKeepTheirNamesAndTheirOrder() {
    ComputationGraphConfiguration configuration =
        Lowered.network(dense(3).named("a"), batchNorm(), tanh(), dropout(0.5), dense(1));

    assertThat(configuration.getVertexInputs())
        .isEqualTo(
            Map.of(
                "a", List.of("/input"),
                "batch_normalization", List.of("a"),
                "activation", List.of("batch_normalization"),
                "dropout", List.of("activation"),
                "dense", List.of("dropout"),
                "dense/loss", List.of("dense")));
    assertThat(configuration.getNetworkInputs()).containsExactly("/input");
    assertThat(configuration.getNetworkOutputs()).containsExactly("dense/loss");
  }

  @Test
  void idleLayersAreNotThere() {
    ComputationGraphConfiguration configuration =
        Lowered.network(dropout(0), dense(3), dropout(0), dense(1));

    assertThat(configuration.getVertices()).containsOnlyKeys("dense", "dense_1", "dense_1/loss");
  }
}
