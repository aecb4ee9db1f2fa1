package dev.lamina.training.data;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.inference.input.Normalization;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreprocessingTest {

  private static final Normalization HALVES = new Normalization(new double[] {1}, new double[] {2});

  @Test
  void dataHasNoneByDefault() {
    Dataset data = Dataset.of(new double[1][1], new int[1]);

    assertThat(data.preprocessing()).isEqualTo(Preprocessing.none());
    assertThat(data.preprocessing().isNone()).isTrue();
    assertThat(data.labels()).isEmpty();
    assertThat(Preprocessing.none().label(3)).isEmpty();
    assertThat(Preprocessing.none().applied(new double[] {7})).containsExactly(7);
  }

  @Test
  void classesMayHaveNames() {
    Dataset data = Dataset.of(new double[1][1], new int[1]).labels("ham", "spam");

    assertThat(data.labels()).containsExactly("ham", "spam");
    assertThat(data.preprocessing().label(1)).contains("spam");
    assertThat(data.preprocessing().isNone()).isFalse();
    assertThat(data.rows(0, 1).labels()).containsExactly("ham", "spam");
    assertThat(data).hasToString("Dataset[samples 1, features 1, targets 1, labels [ham, spam]]");
  }

  @Test
  void featuresStayAsTheyAre() {
    double[] features = {5};

    double[] applied = Preprocessing.none().normalization(HALVES).applied(features);

    assertThat(applied).containsExactly(2);
    assertThat(features).containsExactly(5);
  }

  @Test
  void dataOfAnotherWidthIsLeftForTheChecks() {
    Dataset wide = Dataset.of(new double[1][2], new int[1]);

    assertThat(Preprocessing.none().normalization(HALVES).appliedTo(wide)).isSameAs(wide);
  }

  @Test
  void namesDiffer() {
    String message = messageOf(() -> Preprocessing.none().labels(List.of("a", "b", "a")));

    assertThat(message)
        .isEqualTo(
            """
            `new Preprocessing(encoding, normalization, labels)` is not valid: 1 problem.
              1. `labels` must be names that differ but is twice "a".
                 Fix: give each class a name of its own.""");
    assertThat(messageOf(() -> Dataset.of(new double[1][1], new int[1]).labels("a", null)))
        .contains("`label` must be a value but is null.");
  }
}
