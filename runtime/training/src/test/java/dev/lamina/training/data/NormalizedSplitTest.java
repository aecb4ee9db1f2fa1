package dev.lamina.training.data;

import static dev.lamina.training.Refusal.messageOf;
import static dev.lamina.training.data.Normalizers.minMax;
import static dev.lamina.training.data.Normalizers.standard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.inference.input.Normalization;
import org.junit.jupiter.api.Test;

class NormalizedSplitTest {

  private static final Dataset TRAINING =
      Dataset.of(new double[][] {{1, 10}, {3, 10}, {5, 40}}, new int[] {0, 1, 1})
          .labels("no", "yes");
  private static final Dataset VALIDATION =
      Dataset.of(new double[][] {{7, 70}}, new int[] {1}).labels("no", "yes");
  private static final Dataset TEST = Dataset.of(new double[][] {{-1, 25}}, new int[] {0});
  private static final Split SPLIT = Split.of(TRAINING, VALIDATION, TEST);

  @Test
  void figuresComeFromTheTrainingPartAlone() {
    Split split = SPLIT.normalized(minMax());

    assertThat(features(split.training(), 1)).containsExactly(0.5, 0);
    assertThat(features(split.validation().orElseThrow(), 0)).containsExactly(1.5, 2);
    assertThat(features(split.test().orElseThrow(), 0)).containsExactly(-0.5, 0.5);
  }

  @Test
  void eachPartSaysWhatWasDone() {
    Normalization expected = new Normalization(new double[] {1, 10}, new double[] {4, 30});

    Split split = SPLIT.normalized(minMax());

    assertThat(split.training().preprocessing().normalization()).contains(expected);
    assertThat(split.validation().orElseThrow().preprocessing())
        .isEqualTo(split.training().preprocessing());
    assertThat(split.test().orElseThrow().preprocessing().normalization()).contains(expected);
    assertThat(split.training().labels()).containsExactly("no", "yes");
    assertThat(split.training())
        .hasToString("Dataset[samples 3, features 2 normalized, targets 1, labels [no, yes]]");
    assertThat(TRAINING.preprocessing().normalization()).isEmpty();
  }

  @Test
  void targetsAndSizesStay() {
    Dataset training = SPLIT.normalized(standard()).training();
    double[] target = new double[1];

    training.copyTargets(2, target, 0);

    assertThat(target).containsExactly(1);
    assertThat(training.size()).isEqualTo(3);
    assertThat(training.featureWidth()).isEqualTo(2);
    assertThat(training.targetWidth()).isEqualTo(1);
  }

  @Test
  void weightsStay() {
    Dataset weighted = TRAINING.weighted(new double[] {1, 2, 3});

    Dataset training = Split.of(weighted.rows(1, 3)).normalized(standard()).training();

    assertThat(training.isWeighted()).isTrue();
    assertThat(training.weight(1)).isEqualTo(3);
    assertThat(training.labels()).containsExactly("no", "yes");
    assertThat(SPLIT.normalized(standard()).training().isWeighted()).isFalse();
  }

  @Test
  void someOfItIsNormalizedAsAllIs() {
    Dataset training = SPLIT.normalized(minMax()).training();

    Dataset some = training.rows(1, 3);

    assertThat(features(some, 1)).containsExactly(1, 1);
    assertThat(some.preprocessing()).isEqualTo(training.preprocessing());
  }

  @Test
  void columnsMayBeNormalizedEachInItsWay() {
    Split split = SPLIT.normalized(minMax(), 1).normalized(minMax(-1, 1), 0);

    assertThat(features(split.validation().orElseThrow(), 0)).containsExactly(2, 2);
    assertThat(split.training().preprocessing().normalization())
        .contains(new Normalization(new double[] {3, 10}, new double[] {2, 30}));
    assertThat(features(SPLIT.normalized(minMax(), 1).training(), 2)).containsExactly(5, 1);
  }

  @Test
  void aNormalizerMayBeALambda() {
    Split split = SPLIT.normalized(values -> new Normalizer.Fit(values[0], values.length));

    assertThat(features(split.training(), 2)).containsExactly(4 / 3.0, 10);
  }

  @Test
  void rawDataCanBeNormalizedInTheSameWay() {
    Preprocessing preprocessing = SPLIT.normalized(minMax()).training().preprocessing();

    Dataset later = preprocessing.appliedTo(TEST);

    assertThat(features(later, 0)).containsExactly(-0.5, 0.5);
    assertThat(later.preprocessing()).isEqualTo(preprocessing);
    assertThat(preprocessing.appliedTo(later)).isSameAs(later);
    assertThat(preprocessing.applied(new double[] {-1, 25})).containsExactly(-0.5, 0.5);
  }

  @Test
  void nothingIsNormalizedTwice() {
    assertThat(messageOf(() -> SPLIT.normalized(minMax()).normalized(standard())))
        .isEqualTo(
            """
            `normalized(standard())` is not valid: 1 problem.
              1. Training data has column 0 (counted from 0) normalized already.
                 Fix: normalize each column once.""");
  }

  @Test
  void allPartsMustBeAlike() {
    Dataset wide = Dataset.of(new double[1][3], new int[1]);
    Dataset done = SPLIT.normalized(minMax()).training();

    assertThat(messageOf(() -> Split.of(TRAINING, wide, done).normalized(minMax())))
        .isEqualTo(
            """
            `normalized(minMax())` is not valid: 2 problems.
              1. Validation data has 3 features in each sample but the training data has 2.
                 Fix: give all parts the same features.
              2. Test data is not normalized as the training data is.
                 Fix: split the data first, then normalize all of it by one call.""");
  }

  @Test
  void featuresMustBeThereAndFinite() {
    Dataset none = Dataset.of(new double[0][2], new int[0]);
    Dataset broken = Dataset.of(new double[][] {{1}, {Double.NaN}}, new int[2]);

    assertThat(messageOf(() -> Split.of(none).normalized(standard())))
        .isEqualTo(
            """
            `normalized(standard())` is not valid: 1 problem.
              1. Training data needs at least one sample but has none.
                 Fix: give samples.""");
    assertThat(messageOf(() -> Split.of(broken).normalized(standard())))
        .isEqualTo(
            """
            `normalized(standard())` is not valid: 1 problem.
              1. Training data needs numbers that are finite but row 1, feature column 0 (both \
            counted from 0) is NaN.
                 Fix: remove such samples, or fill in the missing values.""");
  }

  @Test
  void aNormalizerHasToGiveSomething() {
    Split split = Split.of(Dataset.of(new double[][] {{1}, {2}}, new double[] {0, 0}));

    String message = messageOf(() -> split.normalized(values -> null));

    assertThat(message).contains("`the fit of column 0` must be a value but is null.");
  }

  @Test
  void columnsMustBeThere() {
    assertThat(messageOf(() -> SPLIT.normalized(standard(), 0, 2)))
        .isEqualTo(
            """
            `normalized(standard(), 0, 2)` is not valid: 1 problem.
              1. `columns` must be in [0, 1] but is 2.
                 Fix: name columns of the features, counted from 0.""");
    assertThat(messageOf(() -> SPLIT.normalized(standard(), new int[0])))
        .contains("`columns` must be at least one but is 0.");
    assertThat(messageOf(() -> SPLIT.normalized(null)))
        .contains("`normalizer` must be a value but is null.");
  }

  private static double[] features(Dataset data, int row) {
    double[] features = new double[data.featureWidth()];
    data.copyFeatures(row, features, 0);
    return features;
  }
}
