package dev.lamina.training.checkpoint;

import static dev.lamina.dsl.Augmentations.jitter;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.auc;
import static dev.lamina.dsl.Metrics.f1;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.rSquared;
import static dev.lamina.dsl.Metrics.rootMeanSquaredError;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.reduceOnPlateau;
import static dev.lamina.dsl.Training.timeBudget;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Cancellation;
import dev.lamina.training.StopReason;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListenerException;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A training that is broken off within an epoch goes on there, bit for bit. */
@Timeout(120)
class ResumeWithinEpochTest {

  private static final int BATCHES = 6;

  private static final Network CLASSIFIER =
      sequential(input(3), dense(5).relu(), batchNorm(), dropout(0.3), dense(1).sigmoid());
  private static final Network UNIT = sequential(input(3), dense(2).tanh(), dense(1));

  private static final TrainingPlan PLAN =
      training(binaryCrossEntropy(), adam(0.02)).epochs(3).batchSize(5).seed(4);

  @TempDir private Path folder;

  static Stream<TrainingPlan> plans() {
    return Stream.of(
        PLAN,
        PLAN.measure(accuracy(), f1(), auc()).validateEvery(2),
        PLAN.averageWeights(0.9).augment(jitter(0.1)).classWeights(1, 3),
        PLAN.accumulateGradients(2).averageWeights(0.8).precision(Precision.FLOAT64),
        PLAN.stopWhen(earlyStopping(validation(loss())).patience(1))
            .adjustRate(reduceOnPlateau(training(loss())).patience(1).minDelta(0.5)));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void aPlaceWithinAnEpochIsOneToGoOnFrom(TrainingPlan plan) {
    TrainingResult whole = Trainer.create().train(CLASSIFIER, plan, data());

    for (int batch = 1; batch < BATCHES; batch += 2) {
      Path own = folder.resolve("batch" + batch);
      breakOff(CLASSIFIER, plan, own, 2, batch + 1);

      TrainingResult resumed = Trainer.create().resume(own, data());

      assertSame(resumed, whole);
    }
  }

  @Test
  void squaredErrorsGoOn() {
    TrainingPlan plan =
        training(meanSquaredError(), adam(0.02))
            .epochs(2)
            .batchSize(5)
            .measure(rootMeanSquaredError(), rSquared());
    breakOff(UNIT, plan, folder, 1, 4);

    TrainingResult resumed = Trainer.create().resume(folder, data());

    assertSame(resumed, Trainer.create().train(UNIT, plan, data()));
  }

  @Test
  void onlyTheBatchesThatAreLeftAreTrained() throws IOException {
    breakOff(CLASSIFIER, PLAN, folder, 2, 4);
    List<String> heard = new ArrayList<>();

    TrainingResult resumed =
        Trainer.create()
            .onBatchEnd(end -> heard.add(end.epoch() + "." + end.batch()))
            .resume(folder, data());

    assertThat(heard).hasSize(9).startsWith("2.4", "2.5", "2.6", "3.1");
    assertThat(resumed.history().size()).isEqualTo(3);
    assertThat(files())
        .containsExactly(
            "epoch-000003-batch-0000004.lamina",
            "epoch-000003-batch-0000005.lamina",
            "epoch-000003.lamina");
  }

  /** Of six mini-batches of an epoch, each three give an update. */
  @Test
  void whoCancelsLosesNothing() throws IOException {
    TrainingPlan plan = PLAN.accumulateGradients(3).averageWeights(0.9).validateEvery(2);

    TrainingResult cancelled = cancelledAfter(2, 2, plan, Checkpoints.in(folder));

    assertThat(cancelled.stopReason()).isEqualTo(new StopReason.Cancelled(2, 2));
    assertThat(files()).containsExactly("epoch-000001.lamina", "epoch-000002-batch-0000002.lamina");
    assertSame(
        Trainer.create().resume(folder, data()), Trainer.create().train(CLASSIFIER, plan, data()));
  }

  @Test
  void whoCancelsBetweenEpochsLosesNothing() throws IOException {
    TrainingResult cancelled = cancelledAfter(2, BATCHES, PLAN, Checkpoints.in(folder).every(99));

    assertThat(cancelled.stopReason()).isEqualTo(new StopReason.Cancelled(3, 0));
    assertThat(files()).containsExactly("epoch-000002.lamina");
    assertSame(
        Trainer.create().resume(folder, data()), Trainer.create().train(CLASSIFIER, PLAN, data()));
  }

  @Test
  void theTimeBeforeCounts() {
    TrainingPlan plan = PLAN.epochs(Integer.MAX_VALUE).stopWhen(timeBudget(0.3));
    TrainingResult timedOut =
        Trainer.create()
            .checkpoints(Checkpoints.in(folder).every(Integer.MAX_VALUE))
            .train(CLASSIFIER, plan, data());

    TrainingResult resumed = Trainer.create().resume(folder, data());

    assertThat(timedOut.stopReason()).isInstanceOf(StopReason.TimeUp.class);
    assertSame(resumed, timedOut);
  }

  @Test
  void theBestAreThoseOfWholeEpochs() throws IOException {
    Checkpoints kept =
        Checkpoints.in(folder).everyUpdates(2).keepLast(2).keepBest(1, training(loss()));
    TrainingPlan plan = PLAN.adjustRate(reduceOnPlateau(training(loss())));

    TrainingResult result = Trainer.create().checkpoints(kept).train(CLASSIFIER, plan, data());

    int best = result.history().best(training(loss())).orElseThrow().number();
    List<String> expected =
        Stream.of(
                "epoch-00000" + best + ".lamina",
                "epoch-000003-batch-0000004.lamina",
                "epoch-000003.lamina")
            .distinct()
            .sorted()
            .toList();
    assertThat(files()).isEqualTo(expected);
  }

  /** With a checkpoint after the mini-batch before, or a few before that. */
  private static void breakOff(
      Network network, TrainingPlan plan, Path folder, int epoch, int batch) {
    Trainer trainer =
        Trainer.create()
            .checkpoints(Checkpoints.in(folder).everyUpdates(1))
            .onBatchEnd(
                end -> {
                  if (end.epoch() == epoch && end.batch() == batch) {
                    throw new IllegalStateException("The power is gone.");
                  }
                });
    assertThatThrownBy(() -> trainer.train(network, plan, data()))
        .isInstanceOf(TrainingListenerException.class);
  }

  private static TrainingResult cancelledAfter(
      int epoch, int batch, TrainingPlan plan, Checkpoints checkpoints) {
    Cancellation cancellation = Cancellation.create();
    return Trainer.create()
        .checkpoints(checkpoints)
        .stopOn(cancellation)
        .onBatchEnd(
            end -> {
              if (end.epoch() == epoch && end.batch() == batch) {
                cancellation.cancel();
              }
            })
        .train(CLASSIFIER, plan, data());
  }

  private static void assertSame(TrainingResult result, TrainingResult expected) {
    assertThat(result.model().weights()).isEqualTo(expected.model().weights());
    assertThat(result.stopReason()).isEqualTo(expected.stopReason());
    assertThat(result.history().validations()).isEqualTo(expected.history().validations());
    assertThat(result.history().epochs())
        .usingRecursiveComparison()
        .ignoringFields("seconds")
        .isEqualTo(expected.history().epochs());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".lamina"))
          .sorted()
          .toList();
    }
  }

  private static Split data() {
    SplittableRandom random = new SplittableRandom(6);
    double[][] features = new double[40][3];
    double[] targets = new double[40];
    for (int row = 0; row < 40; row++) {
      features[row] = random.doubles(3, -1, 1).toArray();
      targets[row] = features[row][0] * features[row][1] > 0 ? 1 : 0;
    }
    Dataset all = Dataset.of(features, targets);
    return Split.of(all.rows(0, 29), all.rows(29, 40));
  }
}
