package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.column;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.model.Weights;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Validation: after each epoch, as the network predicts, on all samples kept apart. */
class ValidationTest {

  private static final double EPSILON = 1e-5;
  private static final Network NETWORK =
      sequential(
          input(2),
          dropout(0.5),
          dense(6).relu().named("hidden"),
          batchNorm().named("norm"),
          dropout(0.25),
          dense(1).named("out"));
  private static final TrainingPlan PLAN =
      training(meanSquaredError(), adam(0.01)).batchSize(4).seed(6).measure(meanAbsoluteError());
  private static final Dataset TRAINING = samples(10, 1);
  private static final Dataset APART = samples(7, 2);

  @Test
  void eachEpochIsMeasuredWithItsWeightsWithoutDropoutAndWithRunningAverages() {
    TrainingPlan plan = PLAN.epochs(4);

    TrainingResult result = train(NETWORK, plan, Split.of(TRAINING, APART));

    for (int epoch = 1; epoch <= 4; epoch++) {
      Weights after = weights(train(NETWORK, PLAN.epochs(epoch), TRAINING));
      double[] errors = errors(after, APART);
      assertThat(result.history().values(validation(loss()))[epoch - 1])
          .isCloseTo(Arrays.stream(errors).map(error -> error * error).sum() / 7, EXACT);
      assertThat(result.history().values(validation(meanAbsoluteError()))[epoch - 1])
          .isCloseTo(Arrays.stream(errors).map(Math::abs).sum() / 7, EXACT);
    }
  }

  @Test
  void manySamplesCountWithTheirMeanToo() {
    Dataset many = samples(1500, 3);

    TrainingResult result = train(NETWORK, PLAN, Split.of(TRAINING, many));

    double[] errors = errors(weights(result), many);
    assertThat(result.history().values(validation(loss())))
        .containsExactly(
            new double[] {Arrays.stream(errors).map(error -> error * error).sum() / 1500}, EXACT);
  }

  @Test
  void watchingChangesNothing() {
    TrainingPlan plan = PLAN.epochs(3);

    TrainingResult watched = train(NETWORK, plan, Split.of(TRAINING, APART));

    assertThat(weights(watched)).isEqualTo(weights(train(NETWORK, plan, TRAINING)));
  }

  @Test
  void theLastEpochIsMeasuredAsTheModelEvaluates() {
    TrainingPlan plan = PLAN.epochs(2);

    TrainingResult result = train(NETWORK, plan, Split.of(TRAINING, APART));

    assertThat(result.model().evaluate(APART).loss())
        .isEqualTo(result.history().values(validation(loss()))[1]);
    assertThat(result.model().evaluate(APART).value(meanAbsoluteError()))
        .isEqualTo(result.history().values(validation(meanAbsoluteError()))[1]);
  }

  /** Output minus target of each sample, by a forward pass in plain Java. */
  private static double[] errors(Weights weights, Dataset data) {
    double[] errors = new double[data.size()];
    double[] row = new double[2];
    double[] target = new double[1];
    for (int sample = 0; sample < errors.length; sample++) {
      data.copyFeatures(sample, row, 0);
      data.copyTargets(sample, target, 0);
      errors[sample] = output(weights, row) - target[0];
    }
    return errors;
  }

  private static double output(Weights weights, double[] row) {
    double[][] kernel = weights.matrix("hidden", "kernel");
    double[] out = column(weights.matrix("out", "kernel"), 0);
    double sum = weights.vector("out", "bias")[0];
    for (int unit = 0; unit < 6; unit++) {
      double z =
          row[0] * kernel[0][unit] + row[1] * kernel[1][unit] + at(weights, "hidden", "bias", unit);
      double centred = Math.max(0, z) - at(weights, "norm", "movingMean", unit);
      double scaled = centred / Math.sqrt(at(weights, "norm", "movingVariance", unit) + EPSILON);
      double given =
          at(weights, "norm", "gamma", unit) * scaled + at(weights, "norm", "beta", unit);
      sum += out[unit] * given;
    }
    return sum;
  }

  private static double at(Weights weights, String layer, String parameter, int unit) {
    return weights.vector(layer, parameter)[unit];
  }

  private static Dataset samples(int count, int phase) {
    double[][] rows = new double[count][];
    double[] targets = new double[count];
    for (int i = 0; i < count; i++) {
      rows[i] = new double[] {Math.sin(i + phase), Math.cos(2.0 * i + phase)};
      targets[i] = rows[i][0] * rows[i][1];
    }
    return Dataset.of(rows, targets);
  }
}
