package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.inGivenOrder;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.unitKernel;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static dev.lamina.training.semantics.ExactTraining.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Weights;
import org.junit.jupiter.api.Test;

/**
 * The running averages of batch normalization, and prediction, which uses them.
 *
 * <p>The four samples have means 4 and 10 and biased variances 9.5 and 14.
 */
class BatchNormAveragesTest {

  private static final double[][] ROWS = {{1, 10}, {2, 14}, {4, 12}, {9, 4}};
  private static final Dataset DATA = Dataset.of(ROWS, new double[] {1, -1, 0, 2});
  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd(0.1));
  private static final Dense OUT = dense(1).noBias().initializer(ones()).named("out");

  @Test
  void oneBatchMovesTheAveragesByAHundredthTowardsItsMeanAndBiasedVariance() {
    TrainingPlan plan = PLAN;

    TrainingResult result = train(normalized(batchNorm()), plan, DATA);

    averages(result, new double[] {0.04, 0.1}, new double[] {0.99 + 0.095, 0.99 + 0.14});
  }

  @Test
  void theAveragesOfRepeatedBatchesApproachThemExponentially() {
    TrainingPlan plan = PLAN.epochs(5);

    TrainingResult result = train(normalized(batchNorm()), plan, DATA);

    double left = Math.pow(0.99, 5);
    double[] means = {4 * (1 - left), 10 * (1 - left)};
    double[] variances = {left + 9.5 * (1 - left), left + 14 * (1 - left)};
    averages(result, means, variances);
  }

  @Test
  void severalBatchesMoveTheAveragesOneAfterTheOtherTheShortOneToo() {
    double[][] rows = {{1, 10}, {2, 14}, {6, 12}, {4, 12}, {9, 4}};
    TrainingPlan plan = inGivenOrder(PLAN.batchSize(3), 5);

    TrainingResult result =
        train(normalized(batchNorm().momentum(0.9)), plan, Dataset.of(rows, new double[5]));

    // The batches have means 3, 12 and 6.5, 8, and biased variances 14/3, 8/3 and 6.25, 16.
    double[] means = {0.9 * 0.3 + 0.65, 0.9 * 1.2 + 0.8};
    double[] variances = {
      0.9 * (0.9 + 1.4 / 3) + 0.625, 0.9 * (0.9 + 0.8 / 3) + 1.6,
    };
    averages(result, means, variances);
  }

  @Test
  void neitherOptimizerNorLearningRateTouchesTheAverages() {
    TrainingPlan still = training(meanSquaredError(), sgd(0)).epochs(2);
    TrainingPlan adaptive = training(meanSquaredError(), adam(0.3)).epochs(2);

    TrainingResult withoutSteps = train(normalized(batchNorm()), still, DATA);
    TrainingResult withAdam = train(normalized(batchNorm()), adaptive, DATA);

    double left = 0.99 * 0.99;
    double[] means = {4 * (1 - left), 10 * (1 - left)};
    double[] variances = {left + 9.5 * (1 - left), left + 14 * (1 - left)};
    averages(withoutSteps, means, variances);
    averages(withAdam, means, variances);
    assertThat(vector(withoutSteps, "norm", "gamma")).containsExactly(1.0, 1.0);
  }

  @Test
  void predictionNormalizesByTheAveragesWithEpsilonInsideTheRoot() {
    Model model = withAverages(batchNorm().epsilon(0.25));

    double[][] outputs = model.predict(new double[][] {{5, 8}, {-1, 9}});
    double alone = model.predict(new double[] {-1, 9})[0];

    double first = 2 * (5 - 3) / Math.sqrt(4.25) + 1 + 0.5 * (8 - 8) / Math.sqrt(0.26) - 3;
    double second = 2 * (-1 - 3) / Math.sqrt(4.25) + 1 + 0.5 * (9 - 8) / Math.sqrt(0.26) - 3;
    assertThat(outputs[0]).containsExactly(new double[] {first}, EXACT);
    assertThat(outputs[1]).containsExactly(new double[] {second}, EXACT);
    assertThat(alone).isEqualTo(outputs[1][0]);
  }

  @Test
  void epsilonIsAHundredThousandthUnlessGiven() {
    Model fresh = untrained(normalized(batchNorm()), PLAN);
    double[] zeros = {0, 0};
    Model model = fresh.withWeights(fresh.weights().with("norm", "movingVariance", zeros));

    double output = model.predict(new double[] {1, 0})[0];

    assertThat(output).isCloseTo(1 / Math.sqrt(1e-5), EXACT);
  }

  @Test
  void predictingAndEvaluatingLeaveTheAveragesAsTheyAre() {
    Model model = withAverages(batchNorm());
    Weights before = model.weights();

    double[][] outputs = model.predict(ROWS);
    double loss = model.evaluate(DATA).loss();

    assertThat(outputs).hasDimensions(4, 1);
    assertThat(loss).isPositive();
    assertThat(model.weights()).isEqualTo(before);
  }

  @Test
  void validationUsesTheAveragesAfterTheEpoch() {
    Dataset one = Dataset.of(new double[][] {{3, 5}}, new double[] {0.5});

    TrainingResult result = train(normalized(batchNorm()), PLAN, Split.of(DATA, one));

    double[] gamma = vector(result, "norm", "gamma");
    double[] beta = vector(result, "norm", "beta");
    double[] weights = unitKernel(result, "out");
    double first = gamma[0] * (3 - 0.04) / Math.sqrt(1.085 + 1e-5) + beta[0];
    double second = gamma[1] * (5 - 0.1) / Math.sqrt(1.13 + 1e-5) + beta[1];
    double error = weights[0] * first + weights[1] * second - 0.5;
    assertThat(result.history().values(validation(loss())))
        .containsExactly(new double[] {error * error}, EXACT);
  }

  private static Network normalized(BatchNorm norm) {
    return sequential(input(2), norm.named("norm"), OUT);
  }

  private static Model withAverages(BatchNorm norm) {
    Model fresh = untrained(normalized(norm), PLAN);
    return fresh.withWeights(
        fresh
            .weights()
            .with("norm", "gamma", new double[] {2, 0.5})
            .with("norm", "beta", new double[] {1, -3})
            .with("norm", "movingMean", new double[] {3, 8})
            .with("norm", "movingVariance", new double[] {4, 0.01}));
  }

  private static void averages(TrainingResult result, double[] means, double[] variances) {
    assertThat(vector(result, "norm", "movingMean")).containsExactly(means, EXACT);
    assertThat(vector(result, "norm", "movingVariance")).containsExactly(variances, EXACT);
  }
}
