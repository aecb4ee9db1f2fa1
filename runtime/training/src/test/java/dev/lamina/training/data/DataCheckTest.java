package dev.lamina.training.data;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What plan and data must have in common. */
class DataCheckTest {

  private static final Network PLAIN = sequential(input(2), dense(1));
  private static final Network NORMALIZED = sequential(input(2), dense(3), batchNorm(), dense(1));
  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd());

  @Test
  void validationDataMustBeThereWhereItIsWatched() {
    TrainingPlan plan =
        PLAN.stopWhen(
            earlyStopping(validation(loss())).patience(3), earlyStopping(training(loss())));

    List<String> problems = Problems.of(PLAIN, plan, Split.of(samples(4)));

    assertThat(problems)
        .containsExactly(
            """
            `earlyStopping(validation(loss())).patience(3)` watches validation data but none is given.
            Fix: give some, `Split.of(training, validation)`, or watch `training(loss())`.""");
  }

  @Test
  void validationDataThatIsWatchedIsEnough() {
    TrainingPlan plan = PLAN.stopWhen(earlyStopping(validation(loss())));

    assertThat(Problems.of(PLAIN, plan, Split.of(samples(4), samples(2)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"33, 32, 33", "65, 32, 33", "9, 8, 9", "5, 2, 3", "3, 2, 3", "7, 2, 4"})
  void theLastBatchMustHoldTwoSamplesWhereTheyAreNormalized(int samples, int size, int better) {
    List<String> problems =
        Problems.of(NORMALIZED, PLAN.batchSize(size), Split.of(samples(samples)));

    assertThat(problems)
        .containsExactly(
            """
            Training data has %d samples, so that with `batchSize(%d)` the last batch of an epoch \
            holds 1, but batch normalization needs at least 2 in a batch.
            Fix: use `.batchSize(%d)`, or leave a sample out."""
                .formatted(samples, size, better));
    assertThat(Problems.of(NORMALIZED, PLAN.batchSize(better), Split.of(samples(samples))))
        .isEmpty();
  }

  @Test
  void oneSampleIsNotEnoughWhereSamplesAreNormalized() {
    List<String> problems = Problems.of(NORMALIZED, PLAN, Split.of(samples(1)));

    assertThat(problems)
        .containsExactly(
            """
            Training data has 1 sample, but batch normalization needs at least 2 in a batch.
            Fix: give more samples.""");
  }

  @Test
  void oneSampleIsEnoughWhereNoneAreNormalized() {
    assertThat(Problems.of(PLAIN, PLAN, Split.of(samples(33)))).isEmpty();
  }

  @Test
  void validationMayEndInABatchOfOneSinceItUsesRunningAverages() {
    assertThat(Problems.of(NORMALIZED, PLAN, Split.of(samples(32), samples(1)))).isEmpty();
  }

  @Test
  void aNetworkWithoutLayersHasNoTargetsToCheck() {
    assertThat(Problems.of(sequential(input(2)), PLAN, Split.of(samples(4)))).isEmpty();
  }

  private static Dataset samples(int count) {
    return Dataset.of(new double[count][2], new double[count]);
  }
}
