package dev.lamina.dsl.layer;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PenaltyTest {

  @Test
  void oneFactorIsChangedWithoutTheOther() {
    Penalty before = new Penalty(0.1, 0.2);

    Penalty absolute = before.l1(0.5);
    Penalty squared = before.l2(0.5);

    assertThat(absolute).isEqualTo(new Penalty(0.5, 0.2));
    assertThat(squared).isEqualTo(new Penalty(0.1, 0.5));
    assertThat(before).isEqualTo(new Penalty(0.1, 0.2));
  }

  @Test
  void noPenaltyHasNoFactors() {
    assertThat(Penalty.NONE).isEqualTo(new Penalty(0, 0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, Double.MIN_VALUE, 1, Double.MAX_VALUE})
  void anyFiniteFactorFromZeroOnIsTaken(double lambda) {
    Dense dense = dense(8).l1(lambda).l2(lambda).biasL1(lambda).biasL2(lambda);

    Penalty penalty = new Penalty(lambda, lambda);
    assertThat(dense.kernel().penalty()).isEqualTo(penalty);
    assertThat(dense.bias()).map(ParameterOptions::penalty).contains(penalty);
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, -1e-9", "NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
  void anyOtherFactorOfAbsoluteValuesIsRefused(double lambda, String printed) {
    String message = messageOf(() -> dense(8).l1(lambda));

    assertThat(message)
        .isEqualTo(
            """
            `l1(%1$s)` is not valid: 1 problem.
              1. `lambda` must be a finite number of at least 0 but is %1$s.
                 Fix: give a small factor, such as `l1(0.01)`."""
                .formatted(printed));
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, -1e-9", "NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
  void anyOtherFactorOfSquaresIsRefused(double lambda, String printed) {
    String message = messageOf(() -> dense(8).l2(lambda));

    assertThat(message)
        .isEqualTo(
            """
            `l2(%1$s)` is not valid: 1 problem.
              1. `lambda` must be a finite number of at least 0 but is %1$s.
                 Fix: give a small factor, such as `l2(0.01)`."""
                .formatted(printed));
  }

  @ParameterizedTest
  @CsvSource({"-1e-9, -1e-9", "NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity"})
  void anyOtherFactorOfDecayOrForBiasesIsRefused(double lambda, String printed) {
    String absolute = messageOf(() -> dense(8).biasL1(lambda));
    String squared = messageOf(() -> dense(8).biasL2(lambda));
    String decay = messageOf(() -> dense(8).biasWeightDecay(lambda));
    String weights = messageOf(() -> dense(8).weightDecay(lambda));

    String expected =
        """
        `%1$s(%2$s)` is not valid: 1 problem.
          1. `lambda` must be a finite number of at least 0 but is %2$s.
             Fix: give a small factor, such as `%1$s(0.01)`.""";
    assertThat(absolute).isEqualTo(expected.formatted("biasL1", printed));
    assertThat(squared).isEqualTo(expected.formatted("biasL2", printed));
    assertThat(decay).isEqualTo(expected.formatted("biasWeightDecay", printed));
    assertThat(weights).isEqualTo(expected.formatted("weightDecay", printed));
  }
}
