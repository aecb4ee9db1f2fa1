package dev.lamina.training.tool;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.cosineSimilarity;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static dev.lamina.training.tool.OverfitCheck.overfitOneBatch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Dataset;
import org.junit.jupiter.api.Test;

class OverfitCheckTest {

  private static final Dataset XOR =
      Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new double[] {0, 1, 1, 0});
  private static final Network ENOUGH = sequential(input(2), dense(16).tanh(), dense(1).sigmoid());
  private static final TrainingPlan PLAN = training(binaryCrossEntropy(), adam(0.05)).seed(1);

  @Test
  void aNetworkWithEnoughUnitsLearnsItsBatchByHeart() {
    OverfitCheck check = overfitOneBatch(ENOUGH, PLAN, XOR);

    assertThat(check.isPassed()).isTrue();
    assertThat(check.lastLoss()).isLessThanOrEqualTo(0.01 * check.firstLoss());
    assertThat(check.steps()).isLessThan(1000);
    assertThat(check.advice()).isEmpty();
    assertThat(check.toString())
        .startsWith("One mini-batch of 4 samples: loss ")
        .contains("the network can overfit, below ");
  }

  @Test
  void aNetworkWithTooFewUnitsIsToldSo() {
    Network line = sequential(input(2), dense(1).sigmoid());

    OverfitCheck check = overfitOneBatch(line, PLAN, XOR);

    assertThat(check.isPassed()).isFalse();
    assertThat(check.steps()).isEqualTo(1000);
    assertThat(check.lastLoss()).isCloseTo(Math.log(2), within(1e-3));
    assertThat(check.advice())
        .containsExactly(
            "the loss falls no further: add units or layers, or lower the learning rate");
  }

  @Test
  void weightsOfClassesCount() {
    OverfitCheck plain = overfitOneBatch(ENOUGH, PLAN, XOR, 1, 0.01);
    OverfitCheck doubled = overfitOneBatch(ENOUGH, PLAN.classWeights(2, 2), XOR, 1, 0.01);

    assertThat(doubled.firstLoss()).isCloseTo(2 * plain.firstLoss(), within(1e-6));
  }

  @Test
  void oneMiniBatchIsTakenOfTheData() {
    OverfitCheck check = overfitOneBatch(ENOUGH, PLAN.batchSize(3), XOR);

    assertThat(check.samples()).isEqualTo(3);
  }

  @Test
  void theLossesAreThoseBeforeEachUpdate() {
    Network slope = sequential(input(1), dense(1).noBias());
    TrainingPlan plan = training(meanSquaredError(), sgd(0.1)).precision(Precision.FLOAT64);
    Dataset one = Dataset.of(new double[][] {{1}}, new double[] {0});

    OverfitCheck check = overfitOneBatch(slope, plan, one, 5, 1e-9);

    // The loss is w^2, and an update makes 0.8 w of w.
    for (int step = 0; step <= 5; step++) {
      assertThat(check.losses().get(step))
          .isCloseTo(check.firstLoss() * Math.pow(0.64, step), within(1e-12));
    }
    assertThat(check.steps()).isEqualTo(5);
    assertThat(check.advice())
        .containsExactly("the loss still falls: give more updates, or raise the learning rate");
  }

  @Test
  void samplesThatContradictEachOtherAreFound() {
    Dataset contradictory = Dataset.of(new double[][] {{1, 2}, {1, 2}}, new double[] {0, 1});

    OverfitCheck check = overfitOneBatch(ENOUGH, PLAN, contradictory, 50, 0.01);

    assertThat(check.advice().get(0))
        .isEqualTo("samples with the same features have different targets: look at the data");
  }

  @Test
  void whatIsRandomAndWhatIsPenalizedIsNamed() {
    Network regularized =
        sequential(input(2), dense(16).l2(0.5).tanh(), dropout(0.5), dense(1).sigmoid());

    OverfitCheck check = overfitOneBatch(regularized, PLAN, XOR, 50, 0.01);

    assertThat(check.advice())
        .contains(
            "for this check remove what is random: `dropout(0.5)`",
            "for this check remove penalties: `dense(16).tanh().l2(0.5)`");
  }

  @Test
  void aRateThatIsTooSmallStandsStill() {
    OverfitCheck check = overfitOneBatch(ENOUGH, PLAN.optimizer(sgd(1e-9)), XOR, 20, 0.01);

    assertThat(check.advice())
        .containsExactly(
            "the loss stands still: raise the learning rate, and look at activations and"
                + " initial weights");
  }

  @Test
  void aRateThatIsTooHighIsNamedWithTheLayer() {
    Network linear = sequential(input(2), dense(4).named("wide"), dense(1));

    OverfitCheck check =
        overfitOneBatch(linear, training(meanSquaredError(), sgd(1e6)), XOR, 100, 0.01);

    assertThat(check.isPassed()).isFalse();
    assertThat(check.fault()).isPresent();
    assertThat(check.advice().get(0))
        .contains("stopped being finite: lower the learning rate, or clip gradients");
  }

  @Test
  void aLossThatMayBeBelowZeroIsRefused() {
    Network two = sequential(input(2), dense(2));
    Dataset data = Dataset.of(new double[][] {{1, 2}}, new double[][] {{1, 2}});

    String message =
        messageOf(() -> overfitOneBatch(two, training(cosineSimilarity(), sgd()), data));

    assertThat(message)
        .isEqualTo(
            """
            `overfitOneBatch(network, plan, data)` is not valid: 1 problem.
              1. `loss` must be one that is never below 0 but is cosineSimilarity().
                 Fix: check with another, such as `meanSquaredError()`.""");
  }

  @Test
  void aShareIsBelowOne() {
    String message = messageOf(() -> overfitOneBatch(ENOUGH, PLAN, XOR, 10, 1));

    assertThat(message)
        .isEqualTo(
            """
            `overfitOneBatch(network, plan, data)` is not valid: 1 problem.
              1. `share` must be a number in (0, 1) but is 1.
                 Fix: give one such as 0.01.""");
  }
}
