package dev.lamina.dsl.layer;

import static dev.lamina.dsl.Activations.LINEAR;
import static dev.lamina.dsl.Layers.alphaDropout;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.shape.Flat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTest {

  static Stream<Arguments> namedOnes() {
    Optional<String> name = Optional.of("a");
    return Stream.of(
        named(alphaDropout(0.1).named("a"), new AlphaDropout(0.1, name), "alphaDropout(0.1)"),
        named(
            gaussianDropout(0.3).named("a"),
            new GaussianDropout(0.3, name),
            "gaussianDropout(0.3)"),
        named(gaussianNoise(2).named("a"), new GaussianNoise(2, name), "gaussianNoise(2)"));
  }

  private static Arguments named(Noise noise, Noise expected, String code) {
    return arguments(noise, expected, code + ".named(\"a\")");
  }

  @ParameterizedTest
  @MethodSource("namedOnes")
  void aNameStandsBehindTheStrength(Noise noise, Noise expected, String code) {
    String printed = noise.toString();

    assertThat(noise).isEqualTo(expected);
    assertThat(printed).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 0.5, 0.9999999999999999})
  void everyRateBelowOneIsTaken(double rate) {
    AlphaDropout alpha = alphaDropout(rate);
    GaussianDropout gaussian = gaussianDropout(rate);

    assertThat(alpha.rate()).isEqualTo(rate);
    assertThat(gaussian.rate()).isEqualTo(rate);
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, -1e-9", "1, 1", "1.5, 1.5", "NaN, NaN", "Infinity, Infinity"})
  void anyOtherRateOfAlphaDropoutIsRefused(double rate, String printed) {
    String message = messageOf(() -> alphaDropout(rate));

    assertThat(message)
        .isEqualTo(
            """
            `alphaDropout(%1$s)` is not valid: 1 problem.
              1. `rate` must be a number in [0, 1) but is %1$s.
                 Fix: give the share of values to drop, such as `alphaDropout(0.1)`."""
                .formatted(printed));
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, -1e-9", "1, 1", "1.5, 1.5", "NaN, NaN", "Infinity, Infinity"})
  void anyOtherRateOfGaussianDropoutIsRefused(double rate, String printed) {
    String message = messageOf(() -> gaussianDropout(rate));

    assertThat(message)
        .isEqualTo(
            """
            `gaussianDropout(%1$s)` is not valid: 1 problem.
              1. `rate` must be a number in [0, 1) but is %1$s.
                 Fix: give the rate of a dropout as strong, such as `gaussianDropout(0.3)`."""
                .formatted(printed));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 0.5, 1, 1e9})
  void everyDeviationFromZeroOnIsTaken(double deviation) {
    GaussianNoise noise = gaussianNoise(deviation);

    assertThat(noise.stddev()).isEqualTo(deviation);
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, -1e-9", "NaN, NaN", "Infinity, Infinity"})
  void anyOtherDeviationIsRefused(double deviation, String printed) {
    String message = messageOf(() -> gaussianNoise(deviation));

    assertThat(message)
        .isEqualTo(
            """
            `gaussianNoise(%1$s)` is not valid: 1 problem.
              1. `stddev` must be a finite number of at least 0 but is %1$s.
                 Fix: give a standard deviation, such as `gaussianNoise(0.1)`."""
                .formatted(printed));
  }

  static Stream<Noise> noises() {
    return Stream.of(dropout(0.5), alphaDropout(0.5), gaussianDropout(0.5), gaussianNoise(0.5));
  }

  @ParameterizedTest
  @MethodSource("noises")
  void shapesPassThroughAndNothingIsLearned(Noise noise) {
    assertThat(noise.outputShape(new Flat(5))).isEqualTo(new Flat(5));
    assertThat(noise.parameters(new Flat(5))).isEmpty();
    assertThat(noise.outputActivation()).isEqualTo(LINEAR);
  }

  @Test
  void typesAndNamesAreThoseOfKeras() {
    Network network =
        sequential(input(5), alphaDropout(0.5), gaussianDropout(0.5), gaussianNoise(0.5), dense(1));

    assertThat(network.outline().entries())
        .extracting(Outline.Entry::name)
        .containsExactly("alpha_dropout", "gaussian_dropout", "gaussian_noise", "dense");
    assertThat(network.outline().entries())
        .extracting(entry -> entry.layer().type())
        .containsExactly("AlphaDropout", "GaussianDropout", "GaussianNoise", "Dense");
  }
}
