package dev.lamina.training.model;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.auc;
import static dev.lamina.dsl.Metrics.f1;
import static dev.lamina.dsl.Metrics.precision;
import static dev.lamina.dsl.Metrics.rSquared;
import static dev.lamina.dsl.Metrics.recall;
import static dev.lamina.dsl.Metrics.rootMeanSquaredError;
import static dev.lamina.dsl.Metrics.topKAccuracy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.dsl.metric.Averaging.MACRO;
import static dev.lamina.dsl.metric.Averaging.WEIGHTED;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.named.NamedDatasets;
import dev.lamina.training.evaluation.ClassificationReport;
import dev.lamina.training.evaluation.RegressionScores;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What a plan measures and what a report says are the same figures. */
class ModelReportTest {

  private static final Offset<Double> TINY = within(1e-12);

  @Test
  void aReportAgreesWithTheMetricsOfThePlan() {
    Dataset digits = NamedDatasets.digits();
    Model model =
        Model.untrained(
            sequential(input(64), dense(10).softmax()),
            training(sparseCategoricalCrossEntropy(), adam())
                .measure(accuracy(), precision(), recall(), f1().weighted(), auc())
                .measure(topKAccuracy(3)));

    Evaluation evaluation = model.evaluate(digits);
    ClassificationReport report = model.report(digits).classification();

    assertThat(report.samples()).isEqualTo(1797); // of two batches
    assertThat(evaluation.value(accuracy())).isCloseTo(report.confusion().accuracy(), TINY);
    assertThat(evaluation.value(precision()))
        .isCloseTo(report.confusion().average(MACRO).precision(), TINY);
    assertThat(evaluation.value(recall()))
        .isCloseTo(report.confusion().average(MACRO).recall(), TINY);
    assertThat(evaluation.value(f1().weighted()))
        .isCloseTo(report.confusion().average(WEIGHTED).f1(), TINY);
    assertThat(evaluation.value(auc())).isCloseTo(report.rocAuc(), TINY);
    assertThat(evaluation.value(topKAccuracy(3))).isCloseTo(report.topKAccuracy(3), TINY);
    assertThat(evaluation.loss()).isCloseTo(report.logLoss(), within(1e-6));
  }

  @Test
  void aRegressionAgreesWithTheMetricsOfThePlan() {
    Model model =
        Model.untrained(
            sequential(input(3), dense(2)),
            training(meanSquaredError(), adam()).measure(rootMeanSquaredError(), rSquared()));
    Dataset data = numbers();

    Evaluation evaluation = model.evaluate(data);
    RegressionScores scores = model.report(data).regression().average();

    assertThat(evaluation.value(rootMeanSquaredError()))
        .isCloseTo(scores.rootMeanSquaredError(), TINY);
    assertThat(evaluation.value(rSquared())).isCloseTo(scores.rSquared(), TINY);
  }

  @Test
  void dataThatDoesNotFitIsRefused() {
    Model model =
        Model.untrained(sequential(input(3), dense(2)), training(meanSquaredError(), adam()));

    String message =
        messageOf(() -> model.report(Dataset.of(new double[][] {{1}}, new double[][] {{1, 2}})));

    assertThat(message).startsWith("Evaluation of network").contains("1 problem", "Fix: ");
  }

  private static Dataset numbers() {
    Random random = new Random(5);
    double[][] features = new double[50][3];
    double[][] targets = new double[50][2];
    for (int row = 0; row < 50; row++) {
      features[row] = random.doubles(3).toArray();
      targets[row] = random.doubles(2).toArray();
    }
    return Dataset.of(features, targets);
  }
}
