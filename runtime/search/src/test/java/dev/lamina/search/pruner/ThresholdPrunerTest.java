package dev.lamina.search.pruner;

import static dev.lamina.search.pruner.Progresses.progress;
import static dev.lamina.search.pruner.Pruners.thresholdPruner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdPrunerTest {

  @Test
  void aTrialEndsOutsideTheRangeAndNotAtItsEnds() {
    ThresholdPruner pruner = thresholdPruner().lower(1).upper(2);

    assertThat(pruner.prunes(progress(0.9))).isTrue();
    assertThat(pruner.prunes(progress(1))).isFalse();
    assertThat(pruner.prunes(progress(2))).isFalse();
    assertThat(pruner.prunes(progress(2.1))).isTrue();
  }

  @Test
  void theBoundsAreThoseOfTheObjectiveItself() {
    ThresholdPruner atLeastHalf = thresholdPruner().lower(0.5);
    Progress bad = maximized(-0.4);
    Progress good = maximized(-0.6);

    assertThat(atLeastHalf.prunes(bad)).isTrue();
    assertThat(atLeastHalf.prunes(good)).isFalse();
  }

  @Test
  void onlyWhatIsNotFiniteEndsATrialDuringTheWarmUp() {
    ThresholdPruner pruner = thresholdPruner().upper(1).warmUpSteps(2);

    assertThat(pruner.prunes(progress(9, 9))).isFalse();
    assertThat(pruner.prunes(progress(9, 9, 9))).isTrue();
    assertThat(pruner.prunes(progress(9, Double.NaN))).isTrue();
    assertThat(pruner.prunes(progress(9, Double.POSITIVE_INFINITY))).isTrue();
  }

  @Test
  void boundsInTheWrongOrderAreRefused() {
    assertThatThrownBy(() -> thresholdPruner().lower(2).upper(1))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`bound` must be at least 2, the lower one, but is 1.");
  }

  private static Progress maximized(double loss) {
    Progress progress = progress(loss);
    return new Progress("study", progress.number(), progress.reports(), List.of(), Goal.MAXIMIZE);
  }
}
