package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.history.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Validation data is measured every so many updates, and training does not notice. */
class ValidationBetweenEpochsTest {

  private static final TrainingListener NOBODY = new TrainingListener() {};

  /** Five mini-batches an epoch, of which two give an update: three updates. */
  private static final TrainingPlan ACCUMULATING =
      RandomRun.PLAN.accumulateGradients(2).averageWeights(0.9);

  @Test
  void noBitOfTrainingChanges() {
    TrainingPlan plan =
        ACCUMULATING.measure(accuracy()).stopWhen(earlyStopping(validation(loss())).patience(9));

    TrainingResult without = RandomRun.result(plan, NOBODY);
    TrainingResult with = RandomRun.result(plan.validateEvery(1), NOBODY);

    assertThat(with.model().weights()).isEqualTo(without.model().weights());
    assertThat(with.history().epochs())
        .usingRecursiveComparison()
        .ignoringFields("seconds")
        .isEqualTo(without.history().epochs());
    assertThat(without.history().validations()).isEmpty();
  }

  @Test
  void updatesAreCountedThroughAllEpochs() {
    List<Validation> validations =
        RandomRun.result(ACCUMULATING.validateEvery(2), NOBODY).history().validations();

    assertThat(validations)
        .extracting(Validation::update)
        .containsExactly(2L, 4L, 6L, 8L, 10L, 12L);
    assertThat(validations)
        .extracting(Validation::epochs)
        .containsExactly(0.8, 1.4, 2.0, 2.8, 3.4, 4.0);
  }

  /** The distance of a unit from a lone target shrinks by 1 - 2 rate (x^2 + 1) each update. */
  @Test
  void theValuesAreThoseOfTheMoment() {
    double[][] features = {{1}, {1}, {1}, {1}, {1}, {1}};
    Dataset alike = Dataset.of(features, new double[] {2, 2, 2, 2, 2, 2});
    TrainingPlan plan =
        training(meanSquaredError(), sgd(0.05)).epochs(2).batchSize(1).validateEvery(4);

    List<Validation> validations =
        ExactTraining.train(sequential(input(1), dense(1)), plan, Split.of(alike, alike))
            .history()
            .validations();

    double[] losses =
        validations.stream().mapToDouble(each -> each.value(validation(loss()))).toArray();
    assertThat(losses).hasSize(3);
    assertThat(losses[1] / losses[0]).isCloseTo(Math.pow(0.8, 8), within(1e-12));
    assertThat(losses[2] / losses[1]).isCloseTo(Math.pow(0.8, 8), within(1e-12));
  }

  @Test
  void atTheEndOfAnEpochBothSayTheSame() {
    TrainingResult result = RandomRun.result(RandomRun.PLAN.validateEvery(5), NOBODY);

    assertThat(losses(result.history().validations(), each -> each.value(validation(loss()))))
        .isEqualTo(losses(result.history().epochs(), each -> each.value(validation(loss()))));
  }

  @Test
  void listenersHearOfItAfterTheMiniBatch() {
    List<String> heard = new ArrayList<>();
    Split split = Split.of(RandomRun.samples(24), RandomRun.samples(11));
    Trainer trainer =
        Trainer.create()
            .onBatchEnd(end -> heard.add("batch " + end.batch()))
            .onValidation(validation -> heard.add("update " + validation.update()))
            .onEpochEnd(epoch -> heard.add("epoch"));

    TrainingResult result =
        trainer.train(RandomRun.NETWORK, RandomRun.PLAN.epochs(2).validateEvery(3), split);

    assertThat(heard)
        .containsExactly(
            "batch 1",
            "batch 2",
            "batch 3",
            "update 3",
            "epoch",
            "batch 1",
            "batch 2",
            "batch 3",
            "update 6",
            "epoch");
    assertThat(result.history().validations().get(0).toString())
        .startsWith("update 3, epoch 1.00: val_loss 0.");
  }

  @Test
  void aTrainingWithoutValidationDataIsRefused() {
    TrainingPlan plan = RandomRun.PLAN.validateEvery(500);

    String message =
        messageOf(() -> Trainer.create().train(RandomRun.NETWORK, plan, RandomRun.samples(37)));

    assertThat(message)
        .isEqualTo(
            """
            Training of network `sequential` is not valid: 1 problem.
              1. `validateEvery(500)` measures validation data but none is given.
                 Fix: give some, `Split.of(training, validation)`, or leave it out of the plan.""");
  }

  private static <T> List<Double> losses(List<T> measured, Function<T, Double> loss) {
    return measured.stream().map(loss).toList();
  }
}
