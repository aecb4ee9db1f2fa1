package dev.lamina.dsl.shape;

import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatTest {

  @Test
  void itHoldsAsManyNumbersAsItIsWide() {
    Flat shape = new Flat(64);

    assertThat(shape.size()).isEqualTo(64);
    assertThat(shape.batchText()).isEqualTo("(None, 64)");
    assertThat(shape).hasToString("flat(64)");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void aShapeWithoutNumbersIsRefused(int width) {
    String message = messageOf(() -> new Flat(width));

    assertThat(message)
        .isEqualTo(
            """
            `flat(%1$d)` is not valid: 1 problem.
              1. `width` must be a whole number of at least 1 but is %1$d.
                 Fix: give the number of values of one sample."""
                .formatted(width));
  }
}
