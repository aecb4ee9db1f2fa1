package dev.lamina.training.checkpoint;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adaBelief;
import static dev.lamina.dsl.Optimizers.adaDelta;
import static dev.lamina.dsl.Optimizers.adaGrad;
import static dev.lamina.dsl.Optimizers.adaMax;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Optimizers.amsGrad;
import static dev.lamina.dsl.Optimizers.lion;
import static dev.lamina.dsl.Optimizers.momentum;
import static dev.lamina.dsl.Optimizers.nadam;
import static dev.lamina.dsl.Optimizers.nesterov;
import static dev.lamina.dsl.Optimizers.rmsProp;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Schedules.cosineDecay;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.reduceOnPlateau;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.StopReason;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingListenerException;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.model.Model;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A training that is broken off and resumed gives what one gives that is not, bit for bit. */
class ResumeTest {

  private static final Network NETWORK =
      sequential(
          input(3),
          gaussianNoise(0.1),
          dense(5).relu().l2(0.01).dropConnect(0.1).maxNorm(2),
          batchNorm(),
          dropout(0.3),
          dense(1).sigmoid());

  private static final TrainingPlan PLAN =
      training(binaryCrossEntropy(), adam(0.02)).epochs(6).batchSize(8).seed(4).measure(accuracy());

  @TempDir private Path folder;

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        sgd(0.1),
        momentum(0.05),
        nesterov(0.05),
        adaGrad(0.1),
        rmsProp(0.01),
        adaDelta(),
        adam(0.02),
        adamW(0.02),
        adaMax(0.02),
        nadam(0.02),
        amsGrad(0.02),
        adaBelief(0.02),
        lion(0.01),
        adam(cosineDecay(0.05, 20)));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void everyOptimizerGoesOnInTheSameBits(Optimizer optimizer) {
    TrainingPlan plan = training(binaryCrossEntropy(), optimizer).epochs(6).batchSize(8).seed(4);

    TrainingResult resumed = resumed(plan, 3);

    assertSame(resumed, uninterrupted(plan));
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void everyPrecisionGoesOnInTheSameBits(Precision precision) {
    TrainingPlan plan = PLAN.precision(precision);

    TrainingResult resumed = resumed(plan, 2);

    assertSame(resumed, uninterrupted(plan));
  }

  @Test
  void earlyStoppingGoesOnAndRestoresTheBestWeights() {
    TrainingPlan plan =
        PLAN.epochs(60)
            .stopWhen(
                earlyStopping(validation(loss())).patience(4),
                earlyStopping(training(accuracy())).patience(30));
    TrainingResult whole = uninterrupted(plan);
    int last = whole.history().size();

    TrainingResult resumed = resumed(plan, last - 1);

    assertThat(whole.stopReason()).isInstanceOf(StopReason.NoProgress.class);
    assertThat(last).isGreaterThan(4);
    assertSame(resumed, whole);
  }

  @Test
  void aReducedRateStaysReducedAndIsReducedFurther() {
    TrainingPlan plan =
        PLAN.epochs(8)
            .adjustRate(reduceOnPlateau(validation(loss())).patience(1).cooldown(1).minDelta(0.5));

    TrainingResult resumed = resumed(plan, 4);

    assertSame(resumed, uninterrupted(plan));
    assertThat(resumed.history().epochs().get(7).learningRate()).isLessThan(0.001);
  }

  @Test
  void averagedWeightsGoOn() {
    TrainingPlan plan =
        PLAN.averageWeights(0.9).stopWhen(earlyStopping(validation(loss())).patience(9));
    TrainingResult whole = uninterrupted(plan);

    TrainingResult resumed = resumed(plan, 3);

    assertSame(resumed, whole);
  }

  @Test
  void theModelInACheckpointHasTheAveragedWeights() {
    TrainingPlan plan = PLAN.averageWeights(0.9);

    TrainingResult result =
        Trainer.create().checkpoints(Checkpoints.in(folder)).train(NETWORK, plan, data());

    assertThat(Model.load(folder.resolve("epoch-000006.lamina")).weights())
        .isEqualTo(result.model().weights());
  }

  @Test
  void accumulatedGradientsAndClassWeightsGoOn() {
    TrainingPlan plan = PLAN.accumulateGradients(3).classWeights(1, 3);

    TrainingResult resumed = resumed(plan, 2);

    assertSame(resumed, uninterrupted(plan));
  }

  @Test
  void aTrainingThatIsOverGivesItsResultOnceMore() {
    TrainingPlan plan = PLAN.epochs(60).stopWhen(earlyStopping(validation(loss())).patience(4));
    TrainingResult whole =
        Trainer.create().checkpoints(Checkpoints.in(folder).every(7)).train(NETWORK, plan, data());
    List<Integer> heard = new ArrayList<>();

    TrainingResult again = Trainer.create().listener(epochs(heard)).resume(folder, data());

    assertSame(again, whole);
    assertThat(again.history()).isEqualTo(whole.history());
    assertThat(heard).isEmpty();
  }

  @Test
  void listenersHearOfTheEpochsFromNowOn() {
    breakOff(PLAN, 4);
    List<Integer> heard = new ArrayList<>();

    TrainingResult result = Trainer.create().listener(epochs(heard)).resume(folder, data());

    assertThat(heard).containsExactly(5, 6);
    assertThat(result.history().epochs())
        .extracting(Epoch::number)
        .containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void aTrainingCanBeResumedManyTimes() {
    breakOff(PLAN, 1);

    for (int epoch = 2; epoch < 6; epoch++) {
      int last = epoch;
      assertThatThrownBy(
              () -> Trainer.create().listener(throwingAfter(last)).resume(folder, data()))
          .isInstanceOf(TrainingListenerException.class);
    }

    assertSame(Trainer.create().resume(folder, data()), uninterrupted(PLAN));
  }

  @Test
  void thePlanOfTheCheckpointHoldsForThreads() {
    TrainingPlan plan = PLAN.epochs(2);
    TrainingResult two =
        Trainer.create()
            .threads(2)
            .checkpoints(Checkpoints.in(folder))
            .train(NETWORK, plan, data());

    TrainingResult again = Trainer.create().resume(folder, data());

    assertThat(two.threads()).isEqualTo(2);
    assertThat(again.threads()).isEqualTo(2);
    assertThat(Trainer.create().threads(1).resume(folder, data()).threads()).isEqualTo(1);
  }

  private TrainingResult resumed(TrainingPlan plan, int brokenOffAfter) {
    breakOff(plan, brokenOffAfter);
    return Trainer.create().resume(folder, data());
  }

  /** With the checkpoint of this epoch written, and all of the next epoch lost. */
  private void breakOff(TrainingPlan plan, int epoch) {
    Trainer trainer =
        Trainer.create().checkpoints(Checkpoints.in(folder)).listener(throwingAfter(epoch));
    assertThatThrownBy(() -> trainer.train(NETWORK, plan, data()))
        .isInstanceOf(TrainingListenerException.class);
  }

  private static TrainingResult uninterrupted(TrainingPlan plan) {
    return Trainer.create().train(NETWORK, plan, data());
  }

  private static void assertSame(TrainingResult result, TrainingResult expected) {
    assertThat(result.model().weights()).isEqualTo(expected.model().weights());
    assertThat(result.stopReason()).isEqualTo(expected.stopReason());
    assertThat(result.history().epochs())
        .usingRecursiveComparison()
        .ignoringFields("seconds")
        .isEqualTo(expected.history().epochs());
  }

  private static TrainingListener throwingAfter(int epoch) {
    return new TrainingListener() {
      @Override
      public void batchEnded(BatchEnd end) {
        if (end.epoch() == epoch + 1 && end.batch() == 2) {
          throw new IllegalStateException("The power is gone.");
        }
      }
    };
  }

  private static TrainingListener epochs(List<Integer> heard) {
    return new TrainingListener() {
      @Override
      public void epochEnded(Epoch epoch) {
        heard.add(epoch.number());
      }
    };
  }

  private static Split data() {
    SplittableRandom random = new SplittableRandom(6);
    double[][] features = new double[44][3];
    double[] targets = new double[44];
    for (int row = 0; row < 44; row++) {
      features[row] = random.doubles(3, -1, 1).toArray();
      targets[row] = features[row][0] * features[row][1] > 0 ? 1 : 0;
    }
    Dataset all = Dataset.of(features, targets);
    return Split.of(all.rows(0, 30), all.rows(30, 44));
  }
}
