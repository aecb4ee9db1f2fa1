package dev.lamina.search.arbiter;

import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.search.arbiter.ArbiterSamplers.candidateGenerator;
import static dev.lamina.search.sampler.Samplers.nsga2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.Trial;
import dev.lamina.search.Tuner;
import dev.lamina.search.trial.TrialState;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.arbiter.optimize.api.TaskCreator;
import org.deeplearning4j.arbiter.optimize.api.termination.MaxCandidatesCondition;
import org.deeplearning4j.arbiter.optimize.config.OptimizationConfiguration;
import org.deeplearning4j.arbiter.optimize.runner.LocalOptimizationRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SearchGeneratorTest {

  private static final RealParam X = real("x", -5, 5);
  private static final IntParam WIDTH = integer("width", 1, 9);
  private static final Tuner TUNER = Tuner.using(nsga2().population(4));

  /** The same sampler in both runners, with results that it must be told. */
  @Test
  void arbitersRunnerDoesTheTrialsThatOursDoes() {
    SearchPlan plan =
        search(X, WIDTH).trials(16).seed(5).window(1).where(pick -> pick.get(X) < pick.get(WIDTH));
    ToDoubleFunction<Choices> function = pick -> Math.abs(pick.get(X) - 2) + pick.get(WIDTH);

    List<String> theirs;
    try (SearchGenerator generator = candidateGenerator(TUNER, plan, Goal.MINIMIZE)) {
      LocalOptimizationRunner runner = runner(generator, 16, new FunctionTasks(function));
      runner.execute();
      theirs = generator.trials().stream().map(Trial::toString).toList();
      assertThat(runner.numCandidatesCompleted()).isEqualTo(16);
      assertThat(runner.bestScore())
          .isEqualTo(TUNER.minimize(plan, function).best().value().getAsDouble());
    }

    assertThat(theirs)
        .isEqualTo(TUNER.minimize(plan, function).trials().stream().map(Trial::toString).toList());
  }

  @Test
  void tasksThatThrowAreFailedTrials() {
    SearchPlan plan = search(WIDTH).trials(9).seed(5).window(2);

    try (SearchGenerator generator = candidateGenerator(TUNER, plan, Goal.MAXIMIZE)) {
      FunctionTasks tasks =
          new FunctionTasks(
              pick -> {
                if (pick.get(WIDTH) > 6) {
                  throw new IllegalStateException("too wide");
                }
                return pick.get(WIDTH);
              });
      runner(generator, 9, generator.telling(tasks)).execute();

      List<Trial> failed =
          generator.trials().stream().filter(each -> each.state() == TrialState.FAILED).toList();
      assertThat(failed).extracting(each -> each.get(WIDTH)).containsExactlyInAnyOrder(7, 8, 9);
      assertThat(failed).allMatch(each -> each.outcome().get().detail().contains("too wide"));
    }
  }

  @Test
  void whereThereIsNoCandidateNoneIsGiven() {
    SearchPlan plan = search(WIDTH).trials(1);

    try (SearchGenerator generator = candidateGenerator(TUNER, plan, Goal.MINIMIZE)) {
      assertThat(generator.hasMoreCandidates()).isTrue();
      assertThat(generator.getCandidate().getIndex()).isZero();
      assertThat(generator.hasMoreCandidates()).isFalse();
      assertThatThrownBy(generator::getCandidate)
          .isInstanceOf(InvalidDescriptionException.class)
          .hasMessageContaining("ask `hasMoreCandidates()` before");
    }
  }

  @Test
  void itMayBeClosedTwice() {
    SearchGenerator generator = candidateGenerator(TUNER, search(X).trials(4), Goal.MINIMIZE);
    assertThat(generator.getCandidate().getIndex()).isZero();
    assertThat(generator.hasMoreCandidates()).isTrue();

    generator.close();
    generator.close();

    assertThat(generator.trials()).extracting(Trial::state).containsOnly(TrialState.WAITING);
  }

  private static LocalOptimizationRunner runner(
      SearchGenerator generator, int candidates, TaskCreator tasks) {
    OptimizationConfiguration configuration =
        new OptimizationConfiguration.Builder()
            .candidateGenerator(generator)
            .scoreFunction(new LossScore())
            .terminationConditions(new MaxCandidatesCondition(candidates))
            .build();
    return new LocalOptimizationRunner(configuration, tasks);
  }
}
