package dev.lamina.dsl.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoalTest {

  @ParameterizedTest(name = "{0}: {1} after {2}, minDelta {3}: {4}")
  @CsvSource({
    "MINIMIZE, 0.4, 0.5, 0, true",
    "MINIMIZE, 0.5, 0.5, 0, false",
    "MINIMIZE, 0.6, 0.5, 0, false",
    "MINIMIZE, 0.25, 0.5, 0.125, true",
    "MINIMIZE, 0.25, 0.5, 0.25, false",
    "MINIMIZE, 0.25, 0.5, 0.5, false",
    "MINIMIZE, -2, -1, 0.5, true",
    "MINIMIZE, -Infinity, 0, 0.5, true",
    "MAXIMIZE, 0.6, 0.5, 0, true",
    "MAXIMIZE, 0.5, 0.5, 0, false",
    "MAXIMIZE, 0.4, 0.5, 0, false",
    "MAXIMIZE, 0.75, 0.5, 0.125, true",
    "MAXIMIZE, 0.75, 0.5, 0.25, false",
    "MAXIMIZE, 0.75, 0.5, 0.5, false",
    "MAXIMIZE, -1, -2, 0.5, true",
    "MAXIMIZE, Infinity, 0, 0.5, true"
  })
  void aValueImprovesIfItBeatsTheReferenceByMoreThanTheLeastChange(
      Goal goal, double value, double reference, double minDelta, boolean expected) {
    boolean improves = goal.improves(value, reference, minDelta);

    assertThat(improves).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void notANumberBeatsNothingAndIsNotBeaten(Goal goal) {
    boolean beatsTheWorst = goal.improves(Double.NaN, goal.worst(), 0);
    boolean isBeaten = goal.improves(0, Double.NaN, 0);
    boolean beatsItself = goal.improves(Double.NaN, Double.NaN, 0);

    assertThat(beatsTheWorst).isFalse();
    assertThat(isBeaten).isFalse();
    assertThat(beatsItself).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-Double.MAX_VALUE, -1, 0, 1, Double.MAX_VALUE})
  void everyNumberBeatsTheWorst(double value) {
    boolean lower = Goal.MINIMIZE.improves(value, Goal.MINIMIZE.worst(), 1e-3);
    boolean higher = Goal.MAXIMIZE.improves(value, Goal.MAXIMIZE.worst(), 1e-3);

    assertThat(lower).isTrue();
    assertThat(higher).isTrue();
  }
}
