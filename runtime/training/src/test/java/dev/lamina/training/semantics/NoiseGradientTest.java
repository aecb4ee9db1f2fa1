package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Layers.alphaDropout;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.kernel;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.unitKernel;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.layer.Noise;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the layers before and behind noise learn, and that prediction knows nothing of it. */
class NoiseGradientTest {

  private static final double RATE = 1e-3;
  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd(RATE)).seed(3);

  /** Noise, and its derivative where it makes y of 1. */
  static Stream<Arguments> derivatives() {
    double saturation = -1.7580993408473766;
    double scale = 1 / Math.sqrt(0.5 * (1 + 0.5 * saturation * saturation));
    double retained = scale - scale * 0.5 * saturation;
    return Stream.of(
        noise(dropout(0.5), y -> y),
        noise(gaussianDropout(0.5), y -> y),
        noise(gaussianNoise(0.5), y -> 1),
        noise(alphaDropout(0.5), y -> Math.abs(y - retained) < 1e-9 ? scale : 0));
  }

  private static Arguments noise(Noise noise, DoubleUnaryOperator derivative) {
    return arguments(noise, derivative);
  }

  @ParameterizedTest
  @MethodSource("derivatives")
  void theGradientPassesByTheDerivativeOfThisPass(Noise noise, DoubleUnaryOperator derivative) {
    Network network =
        sequential(
            input(1),
            dense(20).noBias().initializer(ones()).named("hidden"),
            noise,
            dense(1).noBias().initializer(ones()).named("sum"));
    Dataset data = Dataset.of(new double[][] {{1}}, new double[] {0});

    TrainingResult result = train(network, PLAN, data);

    // The output is p = sum y, the gradient of an outgoing weight 2 p y, of an incoming one 2 p y'.
    double output = Math.sqrt(result.history().values(training(loss()))[0]);
    double[] given = by(unitKernel(result, "sum"), weight -> (1 - weight) / (RATE * 2 * output));
    assertThat(Arrays.stream(given).sum()).isCloseTo(output, EXACT);
    assertThat(Arrays.stream(given).distinct().count()).isGreaterThan(1);
    assertThat(kernel(result, "hidden")[0])
        .containsExactly(
            by(given, y -> 1 - RATE * 2 * output * derivative.applyAsDouble(y)), EXACT);
  }

  static Stream<Noise> noises() {
    return Stream.of(dropout(0.5), alphaDropout(0.5), gaussianDropout(0.5), gaussianNoise(0.5));
  }

  @ParameterizedTest
  @MethodSource("noises")
  void predictionAndEvaluationAreUndisturbed(Noise noise) {
    Model model = untrained(around(noise), PLAN);
    Model reference = untrained(around(dropout(0)), PLAN).withWeights(model.weights());
    double[][] rows = {{1, 2, 3}, {-1, 0.5, 0}};
    Dataset data = Dataset.of(rows, new double[] {1, 2});

    double[][] predicted = model.predict(rows);
    double evaluated = model.evaluate(data).loss();

    assertThat(predicted).isDeepEqualTo(reference.predict(rows));
    assertThat(evaluated).isEqualTo(reference.evaluate(data).loss());
  }

  @ParameterizedTest
  @MethodSource("noises")
  void aSavedNetworkComesBack(Noise noise, @TempDir Path folder) {
    double[][] rows = {{1, 2, 3}, {-1, 0.5, 0}};
    Model model = train(around(noise), PLAN, Dataset.of(rows, new double[] {1, 2})).model();
    Path file = folder.resolve("noisy.lamina");
    model.save(file);

    Model loaded = Model.load(file);

    assertThat(loaded.network()).isEqualTo(model.network());
    assertThat(loaded.weights()).isEqualTo(model.weights());
    assertThat(loaded.predict(rows)).isDeepEqualTo(model.predict(rows));
  }

  @Test
  void noiseWithoutStrengthChangesNothing() {
    Dataset data = Dataset.of(new double[][] {{1, 2, 3}, {4, 5, 6}}, new double[] {1, 0});
    Stream<Noise> idle = Stream.of(alphaDropout(0), gaussianDropout(0), gaussianNoise(0));

    TrainingResult plain = train(around(dropout(0)), PLAN.epochs(3), data);

    assertThat(idle.map(each -> train(around(each), PLAN.epochs(3), data)))
        .allSatisfy(result -> assertThat(weights(result)).isEqualTo(weights(plain)));
  }

  private static Network around(Noise noise) {
    return sequential(
        input(3),
        noise.named("first"),
        dense(8).tanh().named("hidden"),
        noise.named("second"),
        dense(1).named("out"));
  }

  private static double[] by(double[] values, DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }
}
