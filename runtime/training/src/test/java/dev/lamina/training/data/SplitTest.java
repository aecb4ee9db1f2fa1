package dev.lamina.training.data;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitTest {

  private static final Dataset DATA = Dataset.of(new double[][] {{1}}, new double[] {2});

  @Test
  void dataAloneIsLearnedFrom() {
    Split split = Split.of(DATA);

    assertThat(split.training()).isSameAs(DATA);
    assertThat(split.validation()).isEmpty();
  }

  @Test
  void dataKeptApartComesSecond() {
    Dataset apart = DATA.rows(0, 1);

    Split split = Split.of(DATA, apart);

    assertThat(split.training()).isSameAs(DATA);
    assertThat(split.validation()).containsSame(apart);
  }

  @Test
  void dataForATestComesLast() {
    Dataset last = DATA.rows(0, 1);

    Split split = Split.of(DATA, DATA, last);

    assertThat(split.validation()).containsSame(DATA);
    assertThat(split.test()).containsSame(last);
    assertThat(Split.of(DATA, DATA).test()).isEmpty();
  }

  @Test
  void dataToLearnFromIsRequired() {
    String message = messageOf(() -> Split.of(null));

    assertThat(message).isEqualTo(missing("training", "training"));
  }

  @Test
  void dataKeptApartIsRequiredWhereItIsNamed() {
    String message = messageOf(() -> Split.of(DATA, null));

    assertThat(message).isEqualTo(missing("training, validation", "validation"));
  }

  @Test
  void dataForATestIsRequiredWhereItIsNamed() {
    String message = messageOf(() -> Split.of(DATA, DATA, null));

    assertThat(message).isEqualTo(missing("training, validation, test", "test"));
  }

  private static String missing(String arguments, String argument) {
    return """
        `Split.of(%s)` is not valid: 1 problem.
          1. `%s` must be a value but is null.
             Fix: pass a value: null stands for nothing."""
        .formatted(arguments, argument);
  }
}
