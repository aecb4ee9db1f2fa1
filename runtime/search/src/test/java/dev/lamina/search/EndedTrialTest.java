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
import dev.lamina.search.trial.Outcome;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trials that are ended by hand. */
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
}
