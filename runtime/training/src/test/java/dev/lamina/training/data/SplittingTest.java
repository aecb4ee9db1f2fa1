package dev.lamina.training.data;

import static dev.lamina.training.Refusal.messageOf;
import static dev.lamina.training.data.Splits.folds;
import static dev.lamina.training.data.Splits.shares;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples are told apart by their one feature, their number. */
class SplittingTest {

  @Test
  void sharesBecomePartsOfEachSampleOnce() {
    Split split = numbered(23).split(0.8, 0.1, 0.1);

    List<Integer> training = numbers(split.training());
    List<Integer> validation = numbers(split.validation().orElseThrow());
    List<Integer> test = numbers(split.test().orElseThrow());
    assertThat(training).hasSize(19).isSorted();
    assertThat(validation).hasSize(2).isSorted();
    assertThat(test).hasSize(2).isSorted();
    assertThat(joined(List.of(training, validation, test)))
        .containsExactlyInAnyOrderElementsOf(numbers(numbered(23)));
  }

  @Test
  void partsAreChosenAtRandomByTheSeed() {
    Dataset data = numbered(100);

    List<Integer> one = numbers(data.split(shares(0.5, 0.5).seed(1)).training());
    List<Integer> same = numbers(data.split(shares(0.5, 0.5).seed(1)).training());
    List<Integer> other = numbers(data.split(shares(0.5, 0.5).seed(2)).training());

    assertThat(same).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
    assertThat(one).isNotEqualTo(IntStream.range(0, 50).boxed().toList());
  }

  @Test
  void aShareOfNothingGivesNoPart() {
    assertThat(numbered(10).split(0.8, 0.2).test()).isEmpty();
    assertThat(numbered(10).split(0.8, 0, 0.2).validation()).isEmpty();
    assertThat(numbered(10).split(1, 0).validation()).isEmpty();
  }

  /** 50, 30 and 20 samples of three classes: of 0.75, 0.15 and 0.1 some products are broken. */
  @Test
  void stratifiedPartsHaveTheirShareOfEachClass() {
    int[] classes = classes(50, 30, 20);
    Dataset data = numbered(classes);

    Split split = data.split(shares(0.75, 0.15, 0.1).seed(3).stratified());

    assertThat(counts(split.training(), classes)).isIn(List.of(37, 23, 15), List.of(38, 22, 15));
    assertThat(counts(split.validation().orElseThrow(), classes))
        .isIn(List.of(8, 4, 3), List.of(7, 5, 3));
    assertThat(counts(split.test().orElseThrow(), classes)).containsExactly(5, 3, 2);
    assertThat(split.training().size()).isEqualTo(75);
    assertThat(split.validation().orElseThrow().size()).isEqualTo(15);
  }

  @Test
  void oneHotTargetsAreClassesToo() {
    double[][] features = new double[12][1];
    double[][] targets = new double[12][];
    for (int row = 0; row < 12; row++) {
      features[row][0] = row;
      targets[row] = row % 3 == 0 ? new double[] {0, 1} : new double[] {1, 0};
    }

    Split split = Dataset.of(features, targets).split(shares(0.75, 0.25).stratified());

    assertThat(numbers(split.validation().orElseThrow()))
        .filteredOn(row -> row % 3 == 0)
        .hasSize(1);
  }

  @Test
  void everySampleIsInOneFoldForValidation() {
    List<Split> splits = numbered(11).folds(folds(3).seed(9));

    List<Integer> seen = new ArrayList<>();
    for (Split split : splits) {
      List<Integer> validation = numbers(split.validation().orElseThrow());
      assertThat(validation).hasSizeBetween(3, 4);
      assertThat(joined(List.of(numbers(split.training()), validation)))
          .containsExactlyInAnyOrderElementsOf(numbers(numbered(11)));
      assertThat(numbers(split.training())).isSorted();
      assertThat(split.test()).isEmpty();
      seen.addAll(validation);
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(numbers(numbered(11)));
  }

  @Test
  void stratifiedFoldsHaveTheirShareOfEachClass() {
    int[] classes = classes(13, 7, 6);

    List<Split> splits = numbered(classes).folds(folds(4).stratified());

    for (Split split : splits) {
      List<Integer> counts = counts(split.validation().orElseThrow(), classes);
      assertThat(counts.get(0)).isBetween(3, 4);
      assertThat(counts.get(1)).isBetween(1, 2);
      assertThat(counts.get(2)).isBetween(1, 2);
      assertThat(split.validation().orElseThrow().size()).isBetween(6, 7);
    }
    assertThat(numbers(numbered(classes).folds(4).get(0).training()))
        .isNotEqualTo(numbers(splits.get(0).training()));
  }

  @Test
  void sharesAndFoldsPrintAsTheCodeThatBuildsThem() {
    assertThat(shares(0.8, 0.2)).hasToString("shares(0.8, 0.2)");
    assertThat(shares(0.8, 0.1, 0.1).seed(7).stratified())
        .hasToString("shares(0.8, 0.1, 0.1).seed(7).stratified()")
        .isEqualTo(shares(0.8, 0.1, 0.1).stratified().seed(7));
    assertThat(folds(5)).hasToString("folds(5)");
    assertThat(folds(5).stratified().seed(7)).hasToString("folds(5).seed(7).stratified()");
  }

  @Test
  void sharesMustSumToOne() {
    String message = messageOf(() -> numbered(10).split(0.8, 0.1));

    assertThat(message)
        .isEqualTo(
            """
            `shares(0.8, 0.1)` is not valid: 1 problem.
              1. `shares` must be numbers that sum to 1 but is numbers that sum to 0.9.
                 Fix: give shares such as 0.8, 0.1 and 0.1.""");
    assertThat(messageOf(() -> shares(1.5, -0.5))).contains("`validation` must be");
    assertThat(messageOf(() -> shares(0, 1))).contains("`training` must be");
    assertThat(messageOf(() -> shares(Double.NaN, 1))).contains("`training` must be");
    assertThat(shares(0.7, 0.2, 0.1).test()).isEqualTo(0.1);
  }

  @Test
  void aPartMustHaveASample() {
    String message = messageOf(() -> numbered(3).split(0.8, 0.1, 0.1));

    assertThat(message)
        .isEqualTo(
            """
            `split(shares(0.8, 0.1, 0.1))` is not valid: 1 problem.
              1. `the validation part` must be at least one sample but is none of 3.
                 Fix: give more samples, or the part a larger share.""");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 0, -1})
  void thereAreTwoFoldsAtLeast(int count) {
    String message = messageOf(() -> numbered(10).folds(count));

    assertThat(message)
        .isEqualTo(
            """
            `folds(%d)` is not valid: 1 problem.
              1. `count` must be a whole number of at least 2 but is %d.
                 Fix: give the number of parts, such as 5.""",
            count, count);
  }

  @Test
  void aFoldMustHaveASample() {
    String message = messageOf(() -> numbered(3).folds(4));

    assertThat(message)
        .isEqualTo(
            """
            `folds(folds(4))` is not valid: 1 problem.
              1. `folds` must be at most as many as the samples, which are 3, but is 4.
                 Fix: use fewer folds, or give more samples.""");
  }

  @Test
  void aClassMustHaveASampleForEachFold() {
    Dataset data = numbered(classes(5, 2)).labels("ham", "spam");

    String message = messageOf(() -> data.folds(folds(3).stratified()));

    assertThat(message)
        .isEqualTo(
            """
            `folds(folds(3).stratified())` is not valid: 1 problem.
              1. `samples of class 1 "spam"` must be at least 3, one for each fold, but is 2.
                 Fix: use fewer folds, or leave `.stratified()` out.""");
  }

  @Test
  void aClassMustHaveASampleForEachPart() {
    Dataset data = numbered(classes(28, 2));

    assertThat(messageOf(() -> data.split(shares(0.8, 0.1, 0.1).stratified())))
        .isEqualTo(
            """
            `split(shares(0.8, 0.1, 0.1).stratified())` is not valid: 1 problem.
              1. `samples of class 1` must be at least 3, one for each part, but is 2.
                 Fix: give more samples, or leave `.stratified()` out.""");
  }

  @Test
  void onlyClassesAreStratified() {
    Dataset numbers = Dataset.of(new double[2][1], new double[] {0.5, 1});
    Dataset severalHot = Dataset.of(new double[2][1], new double[][] {{1, 0}, {1, 1}});
    Dataset cold = Dataset.of(new double[2][1], new double[2][2]);

    assertThat(messageOf(() -> numbers.folds(folds(2).stratified())))
        .isEqualTo(
            """
            `folds(folds(2).stratified())` is not valid: 1 problem.
              1. `targets` must be classes, a whole number or one-hot in each sample, but is 0.5 \
            in row 0 (counted from 0).
                 Fix: leave `.stratified()` out where the targets are no classes.""");
    assertThat(messageOf(() -> severalHot.folds(folds(2).stratified()))).contains("1 in row 1");
    assertThat(messageOf(() -> cold.folds(folds(2).stratified()))).contains("is 0 in row");
  }

  private static Dataset numbered(int count) {
    return numbered(new int[count]);
  }

  private static Dataset numbered(int[] classes) {
    double[][] features = new double[classes.length][1];
    for (int row = 0; row < classes.length; row++) {
      features[row][0] = row;
    }
    return Dataset.of(features, classes);
  }

  private static int[] classes(int... counts) {
    return IntStream.range(0, counts.length)
        .flatMap(each -> IntStream.generate(() -> each).limit(counts[each]))
        .toArray();
  }

  private static List<Integer> numbers(Dataset data) {
    double[] feature = new double[1];
    List<Integer> numbers = new ArrayList<>();
    for (int row = 0; row < data.size(); row++) {
      data.copyFeatures(row, feature, 0);
      numbers.add((int) feature[0]);
    }
    return numbers;
  }

  private static List<Integer> counts(Dataset data, int[] classes) {
    return IntStream.of(0, 1, 2)
        .map(each -> (int) numbers(data).stream().filter(row -> classes[row] == each).count())
        .boxed()
        .toList();
  }

  private static List<Integer> joined(List<List<Integer>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }
}
