package dev.lamina.training.data;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedDatasetTest {

  private static final Dataset DATA =
      Dataset.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}, new double[] {7, 8, 9});
  private static final Network NETWORK = sequential(input(2), dense(1));
  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd());

  @Test
  void samplesCountOneEach() {
    assertThat(DATA.isWeighted()).isFalse();
    assertThat(DATA.weight(2)).isEqualTo(1);
  }

  @Test
  void weightedSamplesAreTheSameOtherwise() {
    Dataset weighted = DATA.weighted(new double[] {0.5, 0, 2});
    double[] into = new double[4];

    weighted.copyFeatures(1, into, 0);
    weighted.copyTargets(2, into, 3);

    assertThat(weighted.isWeighted()).isTrue();
    assertThat(weighted.weight(2)).isEqualTo(2);
    assertThat(weighted.size()).isEqualTo(3);
    assertThat(weighted.featureWidth()).isEqualTo(2);
    assertThat(weighted.targetWidth()).isEqualTo(1);
    assertThat(into).containsExactly(3, 4, 0, 9);
    assertThat(weighted).hasToString("Dataset[samples 3, features 2, targets 1] weighted");
  }

  @Test
  void someRowsKeepTheirWeights() {
    Dataset some = DATA.weighted(new double[] {0.5, 0, 2}).rowsWhere(row -> row != 1);

    assertThat(some.isWeighted()).isTrue();
    assertThat(some.weight(0)).isEqualTo(0.5);
    assertThat(some.weight(1)).isEqualTo(2);
    assertThat(DATA.rows(1, 3).isWeighted()).isFalse();
    assertThat(DATA.rows(1, 3).weight(0)).isEqualTo(1);
  }

  @Test
  void laterWeightsTakeThePlaceOfEarlierOnes() {
    Dataset twice = DATA.weighted(new double[] {0.5, 0, 2}).weighted(new double[] {1, 2, 3});

    assertThat(twice.weight(0)).isEqualTo(1);
    assertThat(twice.weight(1)).isEqualTo(2);
  }

  @Test
  void laterChangesOfTheArrayDoNotReachTheData() {
    double[] weights = {1, 2, 3};
    Dataset weighted = DATA.weighted(weights);

    weights[0] = 9;

    assertThat(weighted.weight(0)).isEqualTo(1);
  }

  @Test
  void aBatchHoldsWeightsOnlyWhereThereAreAny() {
    Batch plain = Batch.of(DATA, new int[] {2, 0}, 0, 2);
    Batch weighted = Batch.of(DATA.weighted(new double[] {0.5, 0, 2}), new int[] {2, 0}, 0, 2);

    assertThat(plain.isWeighted()).isFalse();
    assertThat(plain.weights()).isEmpty();
    assertThat(weighted.isWeighted()).isTrue();
    assertThat(weighted.weights()).containsExactly(2, 0.5);
  }

  @Test
  void weightsAreRequired() {
    String message = messageOf(() -> DATA.weighted(null));

    assertThat(message)
        .isEqualTo(
            """
            `weighted(weights)` is not valid: 1 problem.
              1. `weights` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  @Test
  void eachSampleNeedsAWeight() {
    String message = messageOf(() -> DATA.weighted(new double[] {1, 2}));

    assertThat(message)
        .isEqualTo(
            """
            `weighted(weights)` is not valid: 1 problem.
              1. `weights` must be as many as the samples, which are 3, but is 2.
                 Fix: give each sample its weight.""");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.5, Double.NaN, Double.POSITIVE_INFINITY})
  void weightsAreFiniteAndNotNegative(double weight) {
    String message = messageOf(() -> DATA.weighted(new double[] {1, weight, 1}));

    assertThat(message)
        .isEqualTo(
            """
            `weighted(weights)` is not valid: 1 problem.
              1. `weights[1]` must be a finite number of at least 0 but is %s.
                 Fix: give how much each sample counts, such as 1 or 2.5.""",
            weight);
  }

  @Test
  void oneWeightIsAboveZero() {
    String message = messageOf(() -> DATA.weighted(new double[3]));

    assertThat(message)
        .isEqualTo(
            """
            `weighted(weights)` is not valid: 1 problem.
              1. `weights` must be above 0 for at least one sample but is 0.
                 Fix: give how much each sample counts, such as 1 or 2.5.""");
  }

  @Test
  void noSamplesNeedNoWeights() {
    assertThat(DATA.rows(3, 3).weighted(new double[0]).isWeighted()).isTrue();
  }

  @Test
  void samplesThatAreTrainedOnMustCount() {
    Dataset some = DATA.weighted(new double[] {0, 0, 2}).rows(0, 2);

    List<String> problems = Problems.of(NETWORK, PLAN, Split.of(DATA, some));

    assertThat(problems)
        .containsExactly(
            """
            Validation data needs at least one sample of a weight above 0 but all have 0.
            Fix: give other weights, or other samples.""");
  }

  @Test
  void weightsAreWithinTheRangeOfThePrecision() {
    Dataset weighted = DATA.weighted(new double[] {1, 1e39, 1e40});

    List<String> problems = Problems.of(NETWORK, PLAN, Split.of(weighted));
    List<String> exact =
        Problems.of(NETWORK, PLAN.precision(Precision.FLOAT64), Split.of(weighted));

    assertThat(problems)
        .containsExactly(
            """
            Training data needs weights of at least 0 within the range of FLOAT32 but that of row 1 \
            (counted from 0) is 1e39, and 2 rows in all are at fault.
            Fix: give how much each sample counts, such as 1 or 2.5.""");
    assertThat(exact).isEmpty();
  }
}
