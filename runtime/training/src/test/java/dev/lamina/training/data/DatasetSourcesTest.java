package dev.lamina.training.data;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forms in which samples in memory are given, beside arrays of arrays of double. */
class DatasetSourcesTest {

  private record Visit(double pages, int minutes, String outcome) {}

  private static final List<Visit> VISITS =
      List.of(new Visit(3, 7, "leave"), new Visit(9, 1, "buy"), new Visit(2, 2, "leave"));

  @Test
  void numbersMayBeInSinglePrecision() {
    float[][] features = {{0.1f, 2}, {3, 4}};

    Dataset ofRows = Dataset.of(features, new float[][] {{0, 1}, {1, 0}});
    Dataset ofNumbers = Dataset.of(features, new float[] {0.5f, 7});
    Dataset ofClasses = Dataset.of(features, new int[] {2, 1});
    features[0][0] = 9;

    assertThat(features(ofRows, 0)).containsExactly(0.1f, 2);
    assertThat(targets(ofRows, 0)).containsExactly(0, 1);
    assertThat(targets(ofNumbers, 0)).containsExactly(0.5);
    assertThat(targets(ofClasses, 1)).containsExactly(1);
  }

  @Test
  void samplesMayStandOneAfterTheOther() {
    double[] features = {1, 2, 3, 4, 5, 6};
    double[] targets = {0, 1, 1, 0};

    Dataset data = Dataset.flat(features, 3, targets);
    features[3] = 9;
    targets[2] = 9;

    assertThat(data).hasToString("Dataset[samples 2, features 3, targets 2]");
    assertThat(features(data, 1)).containsExactly(4, 5, 6);
    assertThat(targets(data, 1)).containsExactly(1, 0);
  }

  @Test
  void flatArraysMayBeInSinglePrecision() {
    float[] features = {1, 2.5f, 3, 4};

    Dataset ofNumbers = Dataset.flat(features, 2, new float[] {7, 0.25f});
    Dataset ofClasses = Dataset.flat(features, 1, new int[] {0, 1, 1, 2});

    assertThat(features(ofNumbers, 0)).containsExactly(1, 2.5);
    assertThat(targets(ofNumbers, 1)).containsExactly(0.25);
    assertThat(targets(ofClasses, 3)).containsExactly(2);
    assertThat(Dataset.flat(new float[0], 2, new float[0]).size()).isZero();
  }

  @Test
  void namesOfClassesAreSorted() {
    Dataset data =
        Dataset.of(
            new double[][] {{1}, {2}, {3}, {4}}, new String[] {"spam", "ham", "spam", "eggs"});

    assertThat(data.labels()).containsExactly("eggs", "ham", "spam");
    assertThat(data.targetWidth()).isEqualTo(1);
    assertThat(targets(data, 0)).containsExactly(2);
    assertThat(targets(data, 1)).containsExactly(1);
    assertThat(features(data.rows(2, 4), 0)).containsExactly(3);
  }

  @Test
  void classesMayBeGivenInTheirOrder() {
    String[] labels = {"spam", "ham"};

    Dataset data = Dataset.of(new double[2][1], labels, List.of("spam", "eggs", "ham"));

    assertThat(data.labels()).containsExactly("spam", "eggs", "ham");
    assertThat(targets(data, 0)).containsExactly(0);
    assertThat(targets(data, 1)).containsExactly(2);
  }

  @Test
  void samplesMayBeOfAnyType() {
    Dataset data =
        Dataset.of(VISITS, visit -> new double[] {visit.pages(), visit.minutes()}, Visit::minutes);

    assertThat(data).hasToString("Dataset[samples 3, features 2, targets 1]");
    assertThat(features(data, 1)).containsExactly(9, 1);
    assertThat(targets(data, 0)).containsExactly(7);
  }

  @Test
  void samplesOfAnyTypeMayHaveNamesOfClasses() {
    Dataset data = Dataset.labelled(VISITS, visit -> new double[] {visit.pages()}, Visit::outcome);

    assertThat(data.labels()).containsExactly("buy", "leave");
    assertThat(targets(data, 0)).containsExactly(1);
    assertThat(targets(data, 1)).containsExactly(0);
  }

  @Test
  void flatArraysHoldWholeSamples() {
    assertThat(messageOf(() -> Dataset.flat(new double[5], 2, new double[2])))
        .isEqualTo(
            """
            `Dataset.flat(features, width, targets)` is not valid: 1 problem.
              1. `features` must be of whole samples of 2 numbers each but is 5 numbers.
                 Fix: give every sample the same number of values.""");
    assertThat(messageOf(() -> Dataset.flat(new double[6], 2, new double[4])))
        .isEqualTo(
            """
            `Dataset.flat(features, width, targets)` is not valid: 1 problem.
              1. `targets` must be as many for each of the 3 samples but is 4 numbers.
                 Fix: give each sample its target.""");
    assertThat(messageOf(() -> Dataset.flat(new float[6], 0, new int[4])))
        .contains("`width` must be a whole number of at least 1 but is 0.");
    assertThat(messageOf(() -> Dataset.flat(new double[6], 3, null)))
        .contains("`targets` must be a value but is null.");
  }

  @Test
  void everyNameMustBeThatOfAClass() {
    String[] labels = {"ham", "span"};

    assertThat(
            messageOf(() -> Dataset.of(new double[2][1], labels, List.of("ham", "spam", "eggs"))))
        .isEqualTo(
            """
            `Dataset.of(features, targets)` is not valid: 1 problem.
              1. `labels[1]` must be one of the classes but is "span".
                 Fix: use another name: did you mean `spam`? In all there are `ham`, `spam`, `eggs`.""");
    assertThat(messageOf(() -> Dataset.of(new double[2][1], new String[] {"a", null})))
        .contains("`labels[1]` must be a value but is null.");
  }

  @Test
  void everySampleMustHaveItsNumbers() {
    List<Visit> gap = Arrays.asList(VISITS.get(0), null);

    assertThat(messageOf(() -> Dataset.of(gap, visit -> new double[1], Visit::pages)))
        .contains("`sample` must be a value but is null.");
    assertThat(
            messageOf(() -> Dataset.of(VISITS, visit -> new double[visit.minutes()], Visit::pages)))
        .contains("`features[1]` must be as long as row 0, which is 7, but is 1.");
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
