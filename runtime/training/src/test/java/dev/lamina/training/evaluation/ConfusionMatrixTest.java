package dev.lamina.training.evaluation;

import static dev.lamina.dsl.metric.Averaging.MACRO;
import static dev.lamina.dsl.metric.Averaging.WEIGHTED;
import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

  private static final List<String> LABELS = List.of("cat", "dog", "hare");

  @Test
  void samplesAreCountedByActualAndPredictedClass() {
    ConfusionMatrix confusion =
        ConfusionMatrix.of(new int[] {0, 0, 1, 1, 1}, new int[] {0, 1, 1, 1, 0}, LABELS);

    assertThat(confusion.count(0, 0)).isEqualTo(1);
    assertThat(confusion.count(0, 1)).isEqualTo(1);
    assertThat(confusion.count(1, 0)).isEqualTo(1);
    assertThat(confusion.count(1, 1)).isEqualTo(2);
    assertThat(confusion.samples()).isEqualTo(5);
    assertThat(confusion.accuracy()).isEqualTo(3 / 5.0);
  }

  @Test
  void aClassThatOccursNowhereScoresZero() {
    ConfusionMatrix confusion =
        ConfusionMatrix.of(new int[] {0, 0, 1, 1, 1}, new int[] {0, 1, 1, 1, 0}, LABELS);

    assertThat(confusion.scores(2)).isEqualTo(new ClassScores(0, 0, 0, 0));
    assertThat(confusion.average(MACRO).precision()).isEqualTo((1 / 2.0 + 2 / 3.0 + 0) / 3);
    assertThat(confusion.average(WEIGHTED).precision())
        .isEqualTo((2 * (1 / 2.0) + 3 * (2 / 3.0)) / 5);
    assertThat(confusion.balancedAccuracy()).isEqualTo((1 / 2.0 + 2 / 3.0) / 2);
  }

  @Test
  void chanceIsUndefinedIfAllIsOneClass() {
    ConfusionMatrix confusion = ConfusionMatrix.of(new int[] {1, 1}, new int[] {1, 1}, LABELS);

    assertThat(confusion.matthewsCorrelation()).isZero();
    assertThat(confusion.cohensKappa()).isNaN();
    assertThat(confusion.accuracy()).isEqualTo(1);
  }

  @Test
  void aMatrixPrintsItselfAsATable() {
    ConfusionMatrix confusion =
        new ConfusionMatrix(
            LABELS, List.of(List.of(5L, 0L, 1L), List.of(0L, 12L, 0L), List.of(0L, 2L, 100L)));

    assertThat(confusion.toString().replace(System.lineSeparator(), "\n"))
        .isEqualTo(
            """
            actual \\ predicted  cat  dog  hare
            cat                   5    0     1
            dog                   0   12     0
            hare                  0    2   100""");
  }

  @Test
  void countsThatAreNoSquareAreRefused() {
    String message = messageOf(() -> new ConfusionMatrix(LABELS, List.of(List.of(1L))));

    assertThat(message)
        .isEqualTo(
            """
            `ConfusionMatrix(labels, counts)` is not valid: 1 problem.
              1. `counts` must be a row and a column for each of the 3 labels but is [[1]].
                 Fix: count every class against every class.""");
  }
}
