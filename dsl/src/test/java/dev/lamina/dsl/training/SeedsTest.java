package dev.lamina.dsl.training;

import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeedsTest {

  private static final long INITIAL_WEIGHTS = 1;
  private static final long SAMPLE_ORDER = 2;
  private static final long ITERATION = 3;
  private static final long SAMPLED_PASS = 4;
  private static final long AUGMENTATION = 5;

  @Test
  void seedsStayTheSameFromVersionToVersion() {
    long weights = Seeds.initialWeights(plan(0));
    long order = Seeds.sampleOrder(plan(7), 3);
    long iteration = Seeds.iteration(plan(-1), 41);

    assertThat(weights).isEqualTo(-7741005862522800391L);
    assertThat(order).isEqualTo(2037346175276553526L);
    assertThat(iteration).isEqualTo(5989238245232750707L);
  }

  @Test
  void seedsAreMixedAsSplittableRandomMixes() {
    TrainingPlan plan = plan(1234567890123L);

    long weights = Seeds.initialWeights(plan);
    long order = Seeds.sampleOrder(plan, 9);
    long iteration = Seeds.iteration(plan, 1L << 40);
    long pass = Seeds.sampledPass(plan.seed(), 12);
    long augmentation = Seeds.augmentation(plan, 13);

    assertThat(weights).isEqualTo(mixed(plan.seed(), INITIAL_WEIGHTS, 0));
    assertThat(order).isEqualTo(mixed(plan.seed(), SAMPLE_ORDER, 9));
    assertThat(iteration).isEqualTo(mixed(plan.seed(), ITERATION, 1L << 40));
    assertThat(pass).isEqualTo(mixed(plan.seed(), SAMPLED_PASS, 12));
    assertThat(augmentation).isEqualTo(mixed(plan.seed(), AUGMENTATION, 13));
  }

  @Test
  void seedsDifferByPlanPurposeEpochAndIteration() {
    Set<Long> seeds = new HashSet<>();

    for (int seed = -10; seed < 10; seed++) {
      seeds.add(Seeds.initialWeights(plan(seed)));
      for (int index = 0; index < 200; index++) {
        seeds.add(Seeds.sampleOrder(plan(seed), index));
        seeds.add(Seeds.iteration(plan(seed), index));
        seeds.add(Seeds.sampledPass(seed, index));
        seeds.add(Seeds.augmentation(plan(seed), index));
      }
    }

    assertThat(seeds).hasSize(20 * 801).doesNotContain(0L);
  }

  @Test
  void aSeedThatWouldBeZeroIsReplaced() {
    long index = 7496651870559303537L;

    long seed = Seeds.iteration(plan(0), index);

    assertThat(mixed(0, ITERATION, index)).isZero();
    assertThat(seed).isEqualTo(0x9e3779b97f4a7c15L);
  }

  @Test
  void seedsDependOnTheSeedOfThePlanAlone() {
    TrainingPlan plain = plan(7);
    TrainingPlan rich =
        training(meanSquaredError(), adam())
            .seed(7)
            .epochs(9)
            .batchSize(2)
            .precision(Precision.FLOAT64)
            .measure(accuracy());

    long seed = Seeds.sampleOrder(rich, 1);

    assertThat(seed).isEqualTo(Seeds.sampleOrder(plain, 1));
  }

  private static TrainingPlan plan(long seed) {
    return training(meanSquaredError(), sgd()).seed(seed);
  }

  /** The JDK's own SplitMix64, whose first number is the finalizer of its seed. */
  private static long mixed(long seed, long purpose, long index) {
    return mixed(mixed(mixed(seed) + purpose) + index);
  }

  private static long mixed(long value) {
    return new SplittableRandom(value).nextLong();
  }
}
