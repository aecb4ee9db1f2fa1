package dev.lamina.search.arbiter;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Search.experiment;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.search.arbiter.ArbiterSamplers.arbiterRandom;
import static dev.lamina.search.arbiter.ArbiterSamplers.genetic;
import static dev.lamina.search.arbiter.ArbiterSamplers.grid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.SearchResult;
import dev.lamina.search.StopCause;
import dev.lamina.search.Trial;
import dev.lamina.search.Tuner;
import dev.lamina.search.sampler.Sampler;
import dev.lamina.search.storage.Kept;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialState;
import dev.lamina.training.data.named.NamedDatasets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What goes wrong with the runner of Arbiter 1.0.0-beta7, and does not with these searches; numbers
 * are those of the project's list of its bugs.
 */
@Timeout(60)
class ArbiterRunnerBugsTest {

  private static final RealParam X = real("x", -5, 5);
  private static final RealParam RATE = real("rate", 1e-4, 1e-1).log();
  private static final IntParam WIDTH = integer("width", 1, 3);

  static Stream<Sampler> samplers() {
    return Stream.of(arbiterRandom(), grid(5), genetic().population(6));
  }

  static Stream<Sampler> endless() {
    return samplers().filter(each -> !each.equals(grid(5)));
  }

  /** 1: with several threads Arbiter runs more candidates than allowed, and loses some. */
  @ParameterizedTest
  @MethodSource("endless")
  void severalWorkersDoAsManyTrialsAsWereAskedFor(Sampler sampler) {
    AtomicInteger calls = new AtomicInteger();

    SearchResult found =
        Tuner.using(sampler)
            .parallel(4)
            .minimize(search(X).trials(10), pick -> calls.incrementAndGet());

    assertThat(calls).hasValue(10);
    assertThat(found.complete()).hasSize(10);
  }

  /** 2: Arbiter never returns from a grid with fewer points than candidates allowed. */
  @Test
  void aGridThatIsExhaustedEndsTheSearch() {
    SearchResult found =
        Tuner.using(grid(5)).parallel(2).minimize(search(WIDTH).trials(99), p -> p.get(WIDTH));

    assertThat(found.trials()).hasSize(3);
    assertThat(found.stopCause()).isEqualTo(StopCause.EXHAUSTED);
  }

  /** 3: a space that refuses all values keeps Arbiter busy for ever. */
  @ParameterizedTest
  @MethodSource("samplers")
  void constraintsThatNothingFulfilsAreRefused(Sampler sampler) {
    SearchPlan plan = search(X).trials(9).where(pick -> false);

    assertThatThrownBy(() -> Tuner.using(sampler).minimize(plan, pick -> pick.get(X)))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("must hold for some choices");
  }

  /** 10: a first score that is NaN stays Arbiter's best; its genetic algorithm breeds from it. */
  @ParameterizedTest
  @MethodSource("endless")
  void whatIsNotANumberIsNeverBest(Sampler sampler) {
    AtomicInteger calls = new AtomicInteger();

    SearchResult found =
        Tuner.using(sampler)
            .maximize(
                search(X).trials(30),
                pick -> calls.getAndIncrement() == 0 || pick.get(X) > 0 ? Double.NaN : pick.get(X));

    assertThat(found.trials().get(0).outcome().get().kind()).isEqualTo(Outcome.Kind.DIVERGED);
    assertThat(found.best().value().getAsDouble()).isNegative();
  }

  /** 11: Arbiter waits for running candidates after its time, and does nothing within a second. */
  @Test
  void theTimeLimitEndsTrainingsThatRun() {
    SearchPlan plan =
        search(RATE)
            .trials(9)
            .timeLimit(Duration.ofMillis(500))
            .trying(
                pick ->
                    experiment(
                        sequential(input(4), dense(3).softmax()),
                        training(sparseCategoricalCrossEntropy(), adam(pick.get(RATE)))
                            .epochs(1_000_000)));

    SearchResult found =
        Tuner.using(arbiterRandom()).run(plan, NamedDatasets.iris().split(0.8, 0.2));

    assertThat(found.stopCause()).isEqualTo(StopCause.TIME_UP);
    assertThat(found.trials()).extracting(Trial::state).containsExactly(TrialState.WAITING);
  }

  /** 12: Arbiter leaves a candidate that throws as it was, and tells nobody why. */
  @ParameterizedTest
  @MethodSource("endless")
  void whatThrowsIsAFailedTrialThatSaysWhy(Sampler sampler) {
    SearchResult found =
        Tuner.using(sampler)
            .minimize(
                search(X).trials(3),
                pick -> {
                  throw new IllegalStateException("no luck");
                });

    assertThat(found.trials()).hasSize(3);
    assertThat(found.trials())
        .allMatch(trial -> trial.state() == TrialState.FAILED)
        .allMatch(
            trial -> trial.outcome().get().detail().contains("IllegalStateException: no luck"));
  }

  /** 13: what Arbiter reads back of a search goes on otherwise, and genetic ones cannot be kept. */
  @ParameterizedTest
  @MethodSource("samplers")
  void aSearchThatIsGoneOnWithIsTheSame(Sampler sampler) {
    SearchPlan plan = search(X, RATE).seed(6);
    Tuner kept = Tuner.using(sampler).storage(new Kept());

    SearchResult part = kept.minimize(plan.trials(9), pick -> pick.get(X));
    SearchResult rest = kept.minimize(plan.trials(20), pick -> pick.get(X));
    SearchResult whole = Tuner.using(sampler).minimize(plan.trials(20), pick -> pick.get(X));

    assertThat(part.trials()).hasSize(9);
    assertThat(printed(rest)).isEqualTo(printed(whole));
  }

  /** 16: each of Arbiter's runners leaves its threads behind. */
  @Test
  void noThreadIsLeftAfterASearch() throws InterruptedException {
    for (int search = 0; search < 8; search++) {
      SearchResult found =
          Tuner.using(genetic()).parallel(2).minimize(search(X).trials(4), pick -> pick.get(X));
      assertThat(found.complete()).hasSize(4);
    }

    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("lamina-search")) {
        // They end with the search, which need not wait for the last of it.
        thread.join(5000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }

  /** 17: Arbiter sleeps for two seconds after each candidate, and for one before the first. */
  @ParameterizedTest
  @MethodSource("endless")
  @Timeout(10)
  void nobodySleepsBetweenTrials(Sampler sampler) {
    SearchResult found = Tuner.using(sampler).minimize(search(X).trials(200), pick -> pick.get(X));

    assertThat(found.complete()).hasSize(200);
  }

  private static List<String> printed(SearchResult result) {
    return result.trials().stream().map(Trial::toString).toList();
  }
}
