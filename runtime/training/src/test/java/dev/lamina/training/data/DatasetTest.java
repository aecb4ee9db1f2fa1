package dev.lamina.training.data;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {

  private static final double[][] FEATURES = {{1, 2}, {3, 4}, {5, 6}};

  @Test
  void rowsOfTargetsAreTakenAsTheyAre() {
    Dataset data = Dataset.of(FEATURES, new double[][] {{0, 1}, {1, 0}, {0, 1}});

    assertThat(data.size()).isEqualTo(3);
    assertThat(data.featureWidth()).isEqualTo(2);
    assertThat(data.targetWidth()).isEqualTo(2);
    assertThat(features(data, 1)).containsExactly(3, 4);
    assertThat(targets(data, 1)).containsExactly(1, 0);
  }

  @Test
  void aSingleTargetMayBeANumber() {
    Dataset data = Dataset.of(FEATURES, new double[] {0.5, 1.5, 2.5});

    assertThat(data.targetWidth()).isEqualTo(1);
    assertThat(targets(data, 2)).containsExactly(2.5);
  }

  @Test
  void aTargetMayBeAClass() {
    Dataset data = Dataset.of(FEATURES, new int[] {2, 0, 1});

    assertThat(data.targetWidth()).isEqualTo(1);
    assertThat(targets(data, 0)).containsExactly(2);
  }

  @Test
  void rowsAreCopiedToWhereTheyAreWanted() {
    Dataset data = Dataset.of(FEATURES, new double[] {7, 8, 9});
    double[] into = new double[5];

    data.copyFeatures(2, into, 1);
    data.copyTargets(0, into, 4);

    assertThat(into).containsExactly(0, 5, 6, 0, 7);
  }

  @Test
  void laterChangesOfArraysDoNotReachTheData() {
    double[][] features = {{1, 2}};
    double[][] rows = {{3}};
    double[] numbers = {3};
    int[] classes = {3};

    Dataset ofRows = Dataset.of(features, rows);
    Dataset ofNumbers = Dataset.of(features, numbers);
    Dataset ofClasses = Dataset.of(features, classes);
    features[0][0] = 9;
    rows[0][0] = 9;
    numbers[0] = 9;
    classes[0] = 9;

    assertThat(features(ofRows, 0)).containsExactly(1, 2);
    assertThat(targets(ofRows, 0)).containsExactly(3);
    assertThat(targets(ofNumbers, 0)).containsExactly(3);
    assertThat(targets(ofClasses, 0)).containsExactly(3);
  }

  @Test
  void dataSaysWhatItHolds() {
    Dataset data = Dataset.of(FEATURES, new double[] {7, 8, 9});

    assertThat(data).hasToString("Dataset[samples 3, features 2, targets 1]");
  }

  @Test
  void noSamplesAreData() {
    Dataset data = Dataset.of(new double[0][], new double[0]);

    assertThat(data.size()).isZero();
  }

  @Test
  void someRowsAreDataToo() {
    Dataset data = Dataset.of(FEATURES, new int[] {2, 0, 1});

    Dataset some = data.rows(1, 3);

    assertThat(some.size()).isEqualTo(2);
    assertThat(some.featureWidth()).isEqualTo(2);
    assertThat(some.targetWidth()).isEqualTo(1);
    assertThat(features(some, 0)).containsExactly(3, 4);
    assertThat(targets(some, 1)).containsExactly(1);
  }

  @Test
  void rowsOfRowsAreCountedAnew() {
    Dataset data = Dataset.of(FEATURES, new int[] {2, 0, 1});

    Dataset last = data.rows(1, 3).rows(1, 2);

    assertThat(features(last, 0)).containsExactly(5, 6);
  }

  @Test
  void noRowsAreDataToo() {
    assertThat(Dataset.of(FEATURES, new int[3]).rows(3, 3).size()).isZero();
  }

  @Test
  void rowsCanBeChosenByTheirNumbers() {
    Dataset data = Dataset.of(FEATURES, new int[] {2, 0, 1});

    Dataset even = data.rowsWhere(row -> row % 2 == 0);

    assertThat(even.size()).isEqualTo(2);
    assertThat(features(even, 1)).containsExactly(5, 6);
    assertThat(targets(even, 0)).containsExactly(2);
  }

  @Test
  void aConditionIsRequired() {
    Dataset data = Dataset.of(FEATURES, new int[3]);

    String message = messageOf(() -> data.rowsWhere(null));

    assertThat(message)
        .isEqualTo(
            """
            `rowsWhere(null)` is not valid: 1 problem.
              1. `condition` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  @ParameterizedTest
  @CsvSource({"-1, 2", "4, 5"})
  void rowsStartWithinTheData(int from, int to) {
    Dataset data = Dataset.of(FEATURES, new int[3]);

    String message = messageOf(() -> data.rows(from, to));

    assertThat(message)
        .isEqualTo(
            """
            `rows(%d, %d)` is not valid: 1 problem.
              1. `from` must be in [0, 3] but is %d.
                 Fix: start within the data.""",
            from, to, from);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 0, -1})
  void rowsEndWithinTheDataAndNotBeforeTheyStart(int to) {
    Dataset data = Dataset.of(FEATURES, new int[3]);

    String message = messageOf(() -> data.rows(1, to));

    assertThat(message)
        .isEqualTo(
            """
            `rows(1, %d)` is not valid: 1 problem.
              1. `to` must be in [1, 3] but is %d.
                 Fix: end within the data, and not before the start.""",
            to, to);
  }

  private static double[] features(Dataset data, int row) {
    double[] features = new double[data.featureWidth()];
    data.copyFeatures(row, features, 0);
    return features;
  }

  private static double[] targets(Dataset data, int row) {
    double[] targets = new double[data.targetWidth()];
    data.copyTargets(row, targets, 0);
    return targets;
  }
}
