package dev.lamina.search;

import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.pruner.Pruners;
import dev.lamina.search.sampler.Samplers;
import dev.lamina.search.space.Observation;
import dev.lamina.search.trial.Claim;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.Worker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final Instant NOW = Instant.EPOCH;
  private static final Claim CLAIM = new Claim(new Worker("host", 1, 0, "worker"), NOW);
  private static final SearchPlan PLAN = search(real("x", 0, 10));
  private static final StudySetup SETUP =
      new StudySetup(
          "study",
          PLAN,
          List.of(Goal.MAXIMIZE),
          Samplers.randomSearch(),
          Pruners.neverPrune(),
          Map.of());

  private final History history = new History(SETUP);

  @Test
  void aTrialIsSeenAsItIsOnceItIsVisible() {
    history.update(List.of(ended(0, 2.5, 7), begun(1, 5)));

    List<Observation> hidden = history.first(2, 0);
    List<Observation> visible = history.first(2, 1);

    assertThat(hidden).map(Observation::state).containsOnly(Observation.State.RUNNING);
    assertThat(hidden).map(each -> each.place(0)).containsExactly(0.25, 0.5);
    assertThat(visible.get(0).state()).isEqualTo(Observation.State.COMPLETE);
    assertThat(visible.get(0).losses()).containsExactly(-7);
    assertThat(visible.get(0).place(0)).isEqualTo(0.25);
    assertThat(visible.get(1).state()).isEqualTo(Observation.State.RUNNING);
  }

  @Test
  void whatHasChangedIsSeenAndWhatHasNotIsTheSame() {
    TrialRecord first = ended(0, 2.5, 7);
    history.update(List.of(first, begun(1, 5)));
    List<Observation> before = history.first(2, 2);

    history.update(List.of(first, ended(1, 5, 9), begun(2, 10)));

    List<Observation> after = history.first(3, 2);
    assertThat(after.get(0)).isSameAs(before.get(0));
    assertThat(before.get(1).state()).isEqualTo(Observation.State.RUNNING);
    assertThat(after.get(1).losses()).containsExactly(-9);
    assertThat(after.get(2).place(0)).isEqualTo(1);
    assertThat(history.has(Map.of("x", 10.0))).isTrue();
    assertThat(history.has(Map.of("x", 9.0))).isFalse();
  }

  @Test
  void trialsThatAreNotThoseOfBeforeAreForgotten() {
    history.update(new ArrayList<>(List.of(ended(0, 2.5, 7), begun(1, 5))));

    history.update(List.of(begun(0, 1)));

    assertThat(history.first(5, 0)).map(each -> each.place(0)).containsExactly(0.1);
    assertThat(history.has(Map.of("x", 2.5))).isFalse();
    assertThat(history.has(Map.of("x", 5.0))).isFalse();
  }

  private static TrialRecord begun(int number, double x) {
    return TrialRecord.begun(number, Map.of("x", x), CLAIM, NOW);
  }

  private static TrialRecord ended(int number, double x, double value) {
    return begun(number, x).ended(Outcome.complete(), List.of(value), NOW);
  }
}
