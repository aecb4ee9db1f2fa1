package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.column;
import static dev.lamina.training.semantics.ExactTraining.kernel;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.unitKernel;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static dev.lamina.training.semantics.ExactTraining.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import org.junit.jupiter.api.Test;

/**
 * Forward pass and gradients of batch normalization in training.
 *
 * <p>Directly after the input it sees two features with means 4 and 10 and biased variances 9.5 and
 * 14, and a linear unit adds both up.
 */
class BatchNormTrainingTest {

  private static final double[][] ROWS = {{1, 10}, {2, 14}, {4, 12}, {9, 4}};
  private static final double[] TARGETS = {1, -1, 0, 2};
  private static final Dataset DATA = Dataset.of(ROWS, TARGETS);
  private static final double[] MEANS = {4, 10};
  private static final double[] VARIANCES = {9.5, 14};
  private static final double RATE = 0.1;
  private static final TrainingPlan ONE_STEP = training(meanSquaredError(), sgd(RATE));
  private static final Dense OUT = dense(1).noBias().initializer(ones()).named("out");

  @Test
  void trainingNormalizesByMeanAndBiasedVarianceOfTheBatchWithEpsilonInsideTheRoot() {
    BatchNorm norm = batchNorm().epsilon(0.5);

    TrainingResult result = train(sequential(input(2), norm, OUT), ONE_STEP, DATA);

    double expected = 0;
    for (int row = 0; row < 4; row++) {
      double error = normalized(row, 0, 0.5) + normalized(row, 1, 0.5) - TARGETS[row];
      expected += error * error / 4;
    }
    assertThat(result.history().values(training(loss()))[0]).isCloseTo(expected, EXACT);
  }

  @Test
  void gammaBetaAndTheWeightsAfterThemLearnByTheGradientsOfTheTextbook() {
    BatchNorm norm = batchNorm().epsilon(0.5).named("norm");

    TrainingResult result = train(sequential(input(2), norm, OUT), ONE_STEP, DATA);

    double[] gamma = {1, 1};
    double[] beta = {0, 0};
    for (int row = 0; row < 4; row++) {
      double error = normalized(row, 0, 0.5) + normalized(row, 1, 0.5) - TARGETS[row];
      for (int feature = 0; feature < 2; feature++) {
        gamma[feature] -= RATE * 2 * error / 4 * normalized(row, feature, 0.5);
        beta[feature] -= RATE * 2 * error / 4;
      }
    }
    assertThat(vector(result, "norm", "gamma")).containsExactly(gamma, EXACT);
    assertThat(vector(result, "norm", "beta")).containsExactly(beta, EXACT);
    // With weight 1, gamma 1 and beta 0, the gradient of a weight is that of its gamma.
    assertThat(unitKernel(result, "out")).containsExactly(gamma, EXACT);
  }

  @Test
  void theGradientOfEarlierWeightsGoesThroughMeanAndVariance() {
    Network network =
        sequential(input(2), dense(1).noBias().named("first"), batchNorm().epsilon(0.5), OUT);
    double[] w = column(untrained(network, ONE_STEP).weights().matrix("first", "kernel"), 0);

    TrainingResult result = train(network, ONE_STEP, DATA);

    double[] z = new double[4];
    for (int row = 0; row < 4; row++) {
      z[row] = w[0] * ROWS[row][0] + w[1] * ROWS[row][1];
    }
    double[] slopes = slopesThroughNormalization(z, 0.5);
    double[] expected = w.clone();
    for (int row = 0; row < 4; row++) {
      expected[0] -= RATE * slopes[row] * ROWS[row][0];
      expected[1] -= RATE * slopes[row] * ROWS[row][1];
    }
    assertThat(unitKernel(result, "first")).containsExactly(expected, EXACT);
    assertThat(expected[0]).isNotCloseTo(w[0], within(1e-4));
  }

  @Test
  void penaltiesOfTheNeighboursDoNotReachGammaAndBeta() {
    TrainingResult plain = train(between(0), ONE_STEP, DATA);

    TrainingResult penalized = train(between(0.1), ONE_STEP, DATA);

    for (String parameter : penalized.model().weights().parameters("norm")) {
      assertThat(vector(penalized, "norm", parameter))
          .containsExactly(vector(plain, "norm", parameter));
    }
    // 2 x 3 weights of 1 before it and 3 after it; gamma, also 1, is not counted.
    double added =
        penalized.history().values(training(loss()))[0]
            - plain.history().values(training(loss()))[0];
    assertThat(added).isCloseTo(0.1 * 9, EXACT);
    assertThat(kernel(penalized, "before")).isNotEqualTo(kernel(plain, "before"));
  }

  @Test
  void aFeatureThatNeverVariesBecomesZero() {
    Dataset constant = Dataset.of(new double[][] {{3}, {3}}, new double[] {1, -1});
    Network network = sequential(input(1), batchNorm().named("norm"), OUT);

    TrainingResult result = train(network, training(meanSquaredError(), adam()), constant);

    assertThat(result.history().values(training(loss()))).containsExactly(new double[] {1}, EXACT);
    assertThat(vector(result, "norm", "gamma")).containsExactly(1.0);
    assertThat(vector(result, "norm", "movingVariance"))
        .containsExactly(new double[] {0.99}, EXACT);
  }

  private static Network between(double lambda) {
    return sequential(
        input(2),
        dense(3).noBias().initializer(ones()).l2(lambda).named("before"),
        batchNorm().named("norm"),
        dense(1).noBias().initializer(ones()).l2(lambda).named("after"));
  }

  private static double normalized(int row, int feature, double epsilon) {
    return (ROWS[row][feature] - MEANS[feature]) / Math.sqrt(VARIANCES[feature] + epsilon);
  }

  /**
   * The derivatives of the mean squared error by z, step by step as in section 3 of the paper, with
   * gamma 1, beta 0 and a weight of 1.
   */
  private static double[] slopesThroughNormalization(double[] z, double epsilon) {
    int n = z.length;
    double mean = 0;
    for (double value : z) {
      mean += value / n;
    }
    double variance = 0;
    for (double value : z) {
      variance += (value - mean) * (value - mean) / n;
    }
    double root = Math.sqrt(variance + epsilon);
    double[] slopes = new double[n];
    double byVariance = 0;
    double byMean = 0;
    for (int i = 0; i < n; i++) {
      slopes[i] = 2.0 / n * ((z[i] - mean) / root - TARGETS[i]);
      byVariance += slopes[i] * (z[i] - mean) * -0.5 / (root * root * root);
      byMean -= slopes[i] / root;
    }
    for (int i = 0; i < n; i++) {
      slopes[i] = slopes[i] / root + byVariance * 2 * (z[i] - mean) / n + byMean / n;
    }
    return slopes;
  }
}
