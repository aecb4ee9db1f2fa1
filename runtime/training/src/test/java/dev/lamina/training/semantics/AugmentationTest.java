package dev.lamina.training.semantics;

import static dev.lamina.dsl.Augmentations.flipImages;
import static dev.lamina.dsl.Augmentations.jitter;
import static dev.lamina.dsl.Augmentations.mixup;
import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.assertUnit;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Seeds;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Samples are changed in training alone, by the seed of the plan and the mini-batch. */
class AugmentationTest {

  private static final Network UNIT =
      sequential(input(2), dense(1).initializer(zeros()).named("unit"));
  private static final Dataset ONE = Dataset.of(new double[][] {{1, 2}}, new double[] {3});
  private static final TrainingPlan PLAN =
      training(meanSquaredError(), sgd(0.05)).epochs(6).seed(3);

  @Test
  void eachMiniBatchIsChangedByItsOwnSeed() {
    TrainingPlan plan = PLAN.augment(jitter(0.1), flipImages(1, 2));

    TrainingResult result = train(UNIT, plan, ONE);

    PlainUnit unit = PlainUnit.zero(2);
    for (int iteration = 0; iteration < 6; iteration++) {
      SplittableRandom random = new SplittableRandom(Seeds.augmentation(plan, iteration));
      SplittableRandom noise = random.split();
      double first = 1 + 0.1 * noise.nextGaussian();
      double second = 2 + 0.1 * noise.nextGaussian();
      boolean mirrored = random.split().nextBoolean();
      double[] row = mirrored ? new double[] {second, first} : new double[] {first, second};
      unit = unit.descended(0.05, new double[][] {row}, new double[] {3});
    }
    assertUnit(result, unit);
  }

  @Test
  void validationAndPredictionSeeSamplesAsTheyAre() {
    TrainingPlan plan = training(meanSquaredError(), sgd(0)).epochs(3).augment(jitter(5));
    Network ones = sequential(input(2), dense(1).named("unit"));

    TrainingResult result = train(ones, plan, Split.of(ONE, ONE));

    double[] weights = weights(result).values("unit", "kernel");
    double error = weights[0] + 2 * weights[1] - 3;
    assertThat(result.history().values(validation(loss())))
        .containsExactly(new double[] {error * error, error * error, error * error}, EXACT);
    assertThat(result.history().values(training(loss()))).doesNotHaveDuplicates();
    assertThat(result.model().evaluate(ONE).loss()).isCloseTo(error * error, EXACT);
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    TrainingPlan plan = PLAN.augment(jitter(0.1));

    TrainingResult first = train(UNIT, plan, ONE);
    TrainingResult again = train(UNIT, plan, ONE);
    TrainingResult other = train(UNIT, plan.seed(4), ONE);

    assertThat(weights(again)).isEqualTo(weights(first));
    assertThat(weights(other)).isNotEqualTo(weights(first));
  }

  @Test
  void theDataStaysAsItIs() {
    TrainingResult changed = train(UNIT, PLAN.augment(jitter(0.1), flipImages(1, 2)), ONE);
    double[] features = new double[2];

    ONE.copyFeatures(0, features, 0);

    assertThat(changed.history().size()).isEqualTo(6);
    assertThat(features).containsExactly(1, 2);
  }

  @Test
  void mixedTargetsAreLearned() {
    Network network = sequential(input(2), dense(2).initializer(zeros()).softmax().named("out"));
    Dataset data = Dataset.of(new double[][] {{1, 0}, {0, 1}}, new double[][] {{1, 0}, {0, 1}});
    TrainingPlan plan =
        training(categoricalCrossEntropy(), sgd(0.5)).epochs(50).augment(mixup(0.4));

    TrainingResult result = train(network, plan, data);

    // Targets that are mixed still sum to 1, so a zero network loses log 2 first.
    assertThat(result.history().values(training(loss()))[0]).isCloseTo(Math.log(2), EXACT);
    assertThat(result.model().classify(new double[][] {{1, 0}, {0, 1}}))
        .extracting(each -> each.index())
        .containsExactly(0, 1);
  }
}
