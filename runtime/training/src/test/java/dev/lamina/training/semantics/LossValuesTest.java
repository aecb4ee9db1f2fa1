package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.absoluteError;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.binaryFocalCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalFocalCrossEntropy;
import static dev.lamina.dsl.Losses.cosineSimilarity;
import static dev.lamina.dsl.Losses.hinge;
import static dev.lamina.dsl.Losses.huber;
import static dev.lamina.dsl.Losses.klDivergence;
import static dev.lamina.dsl.Losses.logCosh;
import static dev.lamina.dsl.Losses.meanAbsolutePercentageError;
import static dev.lamina.dsl.Losses.meanSquaredLogarithmicError;
import static dev.lamina.dsl.Losses.poisson;
import static dev.lamina.dsl.Losses.squaredHinge;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static dev.lamina.training.semantics.ExactTraining.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.network.Network;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two units of weight 1 that see x = 2 and then x = -1: a step of rate 1 takes from each bias the
 * mean of its gradient over the two samples.
 */
class LossValuesTest {

  private static final Dense UNITS = dense(2).initializer(ones()).named("units");
  private static final double[][] INPUTS = {{2}, {-1}};

  /** Losses with targets, the loss worked out by hand and the biases after a step. */
  static Stream<Arguments> steps() {
    double p = 1 / (1 + Math.exp(-2));
    double q = 1 / (1 + Math.exp(1));
    double smoothed = -(0.95 * Math.log(p) + 0.05 * Math.log(1 - p));
    double other = -(0.95 * Math.log(1 - q) + 0.05 * Math.log(q));
    double focal = Math.pow(1 - p, 2) * -Math.log(p);
    double slope = Math.pow(1 - p, 2) * (2 * p * -Math.log(p) + 1 - p);
    double even = (1 + 2 * Math.log(2)) / 4;
    double third = Math.log(3);
    return Stream.of(
        // Errors 1 and -2, then -1 and 0.
        arguments(absoluteError(), UNITS, rows(1, 4, 0, -1), 1.0, biases(0, 0.25)),
        arguments(
            meanAbsolutePercentageError(),
            UNITS,
            rows(1, 4, 2, -1),
            (100 + 50 + 150) / 4.0,
            biases((-100 + 50) / 4.0, 25 / 4.0)),
        arguments(
            meanSquaredLogarithmicError(),
            UNITS.relu(),
            rows(0, 2, 0, 0),
            third * third / 4,
            biases(-third / 6, 0)),
        arguments(
            huber(), UNITS, rows(1.5, 4, 0, -1), (0.125 + 1.5 + 0.5) / 4, biases(0.125, 0.25)),
        arguments(
            logCosh(),
            UNITS,
            rows(1, 2, -1, -1),
            Math.log(Math.cosh(1)) / 4,
            biases(-Math.tanh(1) / 4, 0)),
        arguments(
            poisson(),
            UNITS.relu(),
            rows(3, 0, 0, 0),
            (2 - 3 * Math.log(2 + 1e-7) + 2) / 4,
            biases(-(1 - 3 / (2 + 1e-7)) / 4, -0.25)),
        arguments(hinge(), UNITS, rows(1, -1, 1, -1), (3 + 2) / 4.0, biases(0.25, -0.25)),
        arguments(squaredHinge(), UNITS, rows(1, -1, 1, -1), (9 + 4) / 4.0, biases(1, -1.5)),
        arguments(cosineSimilarity(), UNITS, rows(3, 3, -2, -2), -1.0, biases(0, 0)),
        arguments(
            binaryCrossEntropy().labelSmoothing(0.1),
            UNITS.sigmoid(),
            rows(1, 1, 0, 0),
            (smoothed + other) / 2,
            biases((0.95 - p + 0.05 - q) / 4, (0.95 - p + 0.05 - q) / 4)),
        arguments(
            binaryFocalCrossEntropy().alpha(1),
            UNITS.sigmoid(),
            rows(1, 0, 0, 0),
            focal / 4,
            biases(slope / 4, 0)),
        arguments(
            categoricalFocalCrossEntropy(),
            UNITS.softmax(),
            rows(1, 0, 1, 0),
            Math.log(2) / 16,
            biases(even / 8, -even / 8)),
        arguments(
            klDivergence(),
            UNITS.softmax(),
            rows(0.25, 0.75, 1, 0),
            (0.25 * Math.log(0.5) + 0.75 * Math.log(1.5) + Math.log(2)) / 2,
            biases(0.125, -0.125)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("steps")
  void aStepFollowsTheGradientOfTheLoss(
      Loss loss, Dense units, double[][] targets, double value, double[] biases) {
    Network network = sequential(input(1), units);
    Dataset data = Dataset.of(INPUTS, targets);

    TrainingResult result = train(network, training(loss, sgd(1)), data);
    double evaluated = untrained(network, training(loss, sgd(1))).evaluate(data).loss();

    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {value}, EXACT);
    assertThat(vector(result, "units", "bias")).containsExactly(biases, EXACT);
    assertThat(evaluated).isCloseTo(value, EXACT);
  }

  @Test
  void theLossOfAbsoluteErrorsIsWhatTheMetricMeasures() {
    Dataset data = Dataset.of(INPUTS, rows(1, 4, 0.5, -1));

    TrainingResult result =
        train(
            sequential(input(1), UNITS),
            training(absoluteError(), sgd(0.1)).epochs(3).measure(meanAbsoluteError()),
            data);

    assertThat(result.history().values(training(meanAbsoluteError())))
        .containsExactly(result.history().values(training(loss())), EXACT);
  }

  private static double[][] rows(double a, double b, double c, double d) {
    return new double[][] {{a, b}, {c, d}};
  }

  private static double[] biases(double first, double second) {
    return new double[] {first, second};
  }
}
