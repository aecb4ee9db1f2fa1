package dev.lamina.training.data;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetCheckTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 0.5, -0.0})
  void probabilitiesAreTargetsOfBinaryCrossEntropy(double target) {
    Dataset data = data(new double[][] {{target}});

    assertThat(Problems.of(binaryCrossEntropy(), dense(1).sigmoid(), data)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1.5, 1.5", "-1, -1", "2, 2"})
  void otherNumbersAreNot(double target, String shown) {
    Dataset data = data(new double[][] {{0}, {target}});

    List<String> problems = Problems.of(binaryCrossEntropy(), dense(1).sigmoid(), data);

    assertThat(problems)
        .containsExactly(
            """
            Training data needs targets between 0 and 1 for `binaryCrossEntropy()` but row 1, \
            target column 0 (both counted from 0) is %s.
            Fix: give 0 or 1, or numbers between."""
                .formatted(shown));
  }

  @Test
  void anyNumbersAreTargetsOfMeanSquaredError() {
    Dataset data = data(new double[][] {{-5, 1e30}});

    assertThat(Problems.of(meanSquaredError(), dense(2).sigmoid(), data)).isEmpty();
  }

  @Test
  void targetsMustBeFinite() {
    Dataset data = data(new double[][] {{1, 2}, {Double.NaN, 3}, {4, Double.NEGATIVE_INFINITY}});

    List<String> problems = Problems.of(meanSquaredError(), dense(2), data);

    assertThat(problems)
        .containsExactly(
            """
            Training data needs numbers that are finite but row 1, target column 0 (both counted \
            from 0) is NaN, and 2 rows in all are at fault.
            Fix: remove such samples, or fill in the missing values.""");
  }

  @Test
  void targetsMustStayFiniteInTheDataTypeOfThePlan() {
    Dataset data = data(new double[][] {{1e39}});

    List<String> problems = Problems.of(meanSquaredError(), dense(1), data);

    assertThat(problems)
        .containsExactly(
            """
            Training data needs numbers within the range of FLOAT32 but row 0, target column 0 \
            (both counted from 0) is 1e39.
            Fix: scale the data, or train with `.precision(FLOAT64)`.""");
  }

  @Test
  void oneHotRowsAreTargetsOfCategoricalCrossEntropy() {
    Dataset data = data(new double[][] {{0, 0, 1}, {1, 0, 0}});

    assertThat(Problems.of(categoricalCrossEntropy(), dense(3).softmax(), data)).isEmpty();
  }

  @Test
  void aRowWithoutAOneIsNotOneHot() {
    Dataset data = data(new double[][] {{0, 0, 1}, {0, 0, 0}, {0, 0, 0}});

    List<String> problems = Problems.of(categoricalCrossEntropy(), dense(3).softmax(), data);

    assertThat(problems)
        .containsExactly(
            """
            Training data needs one-hot targets, a single 1 and else 0, for \
            `categoricalCrossEntropy()` but row 1 (counted from 0) has no 1, and 2 rows in all are \
            at fault.
            Fix: encode the class as one-hot, or train with `sparseCategoricalCrossEntropy()` on \
            class indices.""");
  }

  @Test
  void aRowWithTwoOnesIsNotOneHot() {
    Dataset data = data(new double[][] {{1, 0, 1}});

    List<String> problems = Problems.of(categoricalCrossEntropy(), dense(3).softmax(), data);

    assertThat(problems)
        .containsExactly(
            """
            Training data needs one-hot targets, a single 1 and else 0, for \
            `categoricalCrossEntropy()` but row 0, target column 2 (both counted from 0) is a \
            second 1.
            Fix: encode the class as one-hot, or train with `sparseCategoricalCrossEntropy()` on \
            class indices.""");
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5", "2, 2", "-1, -1"})
  void aRowWithOtherNumbersIsNotOneHot(double target, String shown) {
    Dataset data = data(new double[][] {{0, 1, 0}, {0, target, 0}});

    List<String> problems = Problems.of(categoricalCrossEntropy(), dense(3).softmax(), data);

    assertThat(problems)
        .containsExactly(
            """
            Training data needs one-hot targets, a single 1 and else 0, for \
            `categoricalCrossEntropy()` but row 1, target column 1 (both counted from 0) is %s.
            Fix: encode the class as one-hot, or train with `sparseCategoricalCrossEntropy()` on \
            class indices."""
                .formatted(shown));
  }

  @Test
  void classIndicesAreTargetsOfTheSparseLoss() {
    Dataset data = data(new double[][] {{0}, {1}, {2}});

    assertThat(Problems.of(sparseCategoricalCrossEntropy(), dense(3).softmax(), data)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "-1, -1", "0.5, 0.5", "1e9, 1e9"})
  void otherNumbersAreNoClassIndices(double target, String shown) {
    Dataset data = data(new double[][] {{0}, {2}, {target}});

    List<String> problems = Problems.of(sparseCategoricalCrossEntropy(), dense(3).softmax(), data);

    assertThat(problems)
        .containsExactly(
            """
            Training data needs class indices, whole numbers from 0 to 2, for \
            `sparseCategoricalCrossEntropy()` but row 2, target column 0 (both counted from 0) is %s.
            Fix: give the last layer as many units as there are classes, and count classes from 0."""
                .formatted(shown));
  }

  @Test
  void eachOutputNeedsItsTarget() {
    Dataset data = data(new double[][] {{1, 2}});

    List<String> problems = Problems.of(meanSquaredError(), dense(3), data);

    assertThat(problems)
        .containsExactly(
            """
            Training data has 2 targets in each sample but `meanSquaredError()` needs 3 for the 3 \
            outputs of layer 1 `dense(3)`.
            Fix: give the network 2 outputs, or each sample 3 targets.""");
  }

  @Test
  void samplesWithoutTargetsAreRefused() {
    Dataset data = data(new double[][] {{}});

    List<String> problems = Problems.of(sparseCategoricalCrossEntropy(), dense(3).softmax(), data);

    assertThat(problems)
        .containsExactly(
            """
            Training data has 0 targets in each sample but `sparseCategoricalCrossEntropy()` needs \
            1 for the 3 outputs of layer 1 `dense(3).softmax()`.
            Fix: give each sample 1 target.""");
  }

  @Test
  void aClassIndexWhereOneHotIsNeededPointsToTheSparseLoss() {
    Dataset data = data(new double[][] {{2}});

    List<String> problems = Problems.of(categoricalCrossEntropy(), dense(3).softmax(), data);

    assertThat(problems)
        .containsExactly(
            """
            Training data has 1 target in each sample but `categoricalCrossEntropy()` needs 3 for \
            the 3 outputs of layer 1 `dense(3).softmax()`.
            Fix: train with `sparseCategoricalCrossEntropy()` if the target is a class index.""");
  }

  @Test
  void oneHotWhereAClassIndexIsNeededPointsToTheOtherLoss() {
    Dataset data = data(new double[][] {{0, 0, 1}});

    List<String> problems = Problems.of(sparseCategoricalCrossEntropy(), dense(3).softmax(), data);

    assertThat(problems)
        .containsExactly(
            """
            Training data has 3 targets in each sample but `sparseCategoricalCrossEntropy()` needs \
            1 for the 3 outputs of layer 1 `dense(3).softmax()`.
            Fix: train with `categoricalCrossEntropy()` if the targets are one-hot.""");
  }

  /** Samples of two features with these targets. */
  private static Dataset data(double[][] targets) {
    return Dataset.of(new double[targets.length][2], targets);
  }
}
