package dev.lamina.compiler.lowering.initializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What DL4J writes of our initializers, and reads again. */
class InitializerJsonTest {

  /** Each with one that differs, and its text. */
  static Stream<Arguments> initializers() {
    return Stream.of(
        arguments(
            new UniformWeights(-1, 0.5),
            new UniformWeights(-1, 1),
            "UniformWeights(min=-1.0, max=0.5)"),
        arguments(
            new NormalWeights(2, 0.5, true),
            new NormalWeights(2, 0.5, false),
            "NormalWeights(mean=2.0, stddev=0.5, truncated=true)"),
        arguments(
            new OrthogonalWeights(2), new OrthogonalWeights(1), "OrthogonalWeights(gain=2.0)"),
        arguments(new IdentityWeights(2), new IdentityWeights(1), "IdentityWeights(gain=2.0)"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("initializers")
  void configurationSurvivesJson(IWeightInit initializer, IWeightInit other, String text) {
    NeuralNetConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .layer(new DenseLayer.Builder().nIn(1).nOut(1).weightInit(initializer).build())
            .build();

    NeuralNetConfiguration read = NeuralNetConfiguration.fromJson(configuration.toJson());

    assertThat(((DenseLayer) read.getLayer()).getWeightInitFn())
        .isEqualTo(initializer)
        .hasSameHashCodeAs(initializer)
        .isNotEqualTo(other)
        .hasToString(text);
  }
}
