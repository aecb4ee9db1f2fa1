package dev.lamina.search;

import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.storage.Storages;
import dev.lamina.search.storage.StudyStore;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.StudyRecord;
import dev.lamina.search.trial.TrialRecord;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trials that are ended by hand, and what comes after that. */
@Timeout(60)
class EndedTrialTest {

  private static final RealParam X = real("x", -5, 5);
  private static final SearchPlan PLAN = search(X).trials(3).seed(4);

  @ParameterizedTest
  @EnumSource(
      value = Outcome.Kind.class,
      names = {"COMPLETE", "PRUNED"})
  void aTrialDoesNotFailWithWhatIsNoFailure(Outcome.Kind kind) throws InterruptedException {
    try (Study study = Tuner.using(randomSearch()).study(PLAN, Goal.MINIMIZE)) {
      ActiveTrial trial = study.ask().orElseThrow();

      assertThatThrownBy(() -> trial.fail(new Outcome(kind, "all is well")))
          .isInstanceOf(InvalidDescriptionException.class)
          .hasMessage(
              String.join(
                  System.lineSeparator(),
                  "`fail(" + kind + " (all is well))` is not valid: 1 problem.",
                  "  1. `outcome` must be of a kind that has failed but is "
                      + kind
                      + " (all is well).",
                  "     Fix: end it with `complete(...)` or `prune()`, or say how it failed."));
      trial.complete(2);
      assertThat(study.trials().get(0).value()).hasValue(2);
    }
  }

  @Test
  void aFunctionThatGivesNoValuesIsToldSo() {
    SearchResult found =
        Tuner.using(randomSearch()).optimize(PLAN, List.of(Goal.MINIMIZE), trial -> null);

    assertThat(found.trials())
        .extracting(trial -> trial.outcome().orElseThrow().toString())
        .allSatisfy(
            outcome -> assertThat(outcome).contains("`values` must be a value but is null."));
  }

  @Test
  void whatAFunctionThrowsAfterItEndedItsTrialIsLoggedAndChangesNothing() {
    PrintStream before = System.err;
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    try {
      SearchResult found =
          Tuner.using(randomSearch())
              .minimize(
                  PLAN,
                  trial -> {
                    assertThat(trial.report(1, 4)).isFalse();
                    trial.prune();
                    throw new IllegalStateException("after");
                  });

      assertThat(found.trials())
          .hasSize(3)
          .extracting(trial -> trial.outcome().orElseThrow().toString())
          .containsOnly("PRUNED (at step 1)");
    } finally {
      System.setErr(before);
    }
    assertThat(logged.toString(StandardCharsets.UTF_8))
        .contains("Trial 2 had ended", "IllegalStateException: after");
  }

  @Test
  void anEndThatCouldNotBeWrittenIsNoMatterOfTheFunction() {
    Tuner tuner = Tuner.using(randomSearch()).storage(study -> new Unwritable());

    assertThatThrownBy(
            () ->
                tuner.minimize(
                    PLAN,
                    trial -> {
                      trial.complete(1);
                      return 1;
                    }))
        .hasMessage("Trial 0 could not be kept")
        .hasRootCauseMessage("no disk");
    assertThatThrownBy(() -> tuner.minimize(PLAN, trial -> 1))
        .hasMessage("Trial 0 could not be kept")
        .hasRootCauseMessage("no disk");
  }

  /** A study that no end of a trial can be written to. */
  private static final class Unwritable implements StudyStore {

    private final StudyStore store =
        Storages.inMemory().open(new StudyRecord("study", List.of(), List.of(), Map.of()));

    @Override
    public List<TrialRecord> trials() {
      return store.trials();
    }

    @Override
    public Optional<TrialRecord> claim(
        Function<List<TrialRecord>, Optional<TrialRecord>> decision) {
      return store.claim(decision);
    }

    @Override
    public boolean update(TrialRecord trial) {
      if (trial.state().isDone()) {
        throw new IllegalStateException("no disk");
      }
      return store.update(trial);
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
