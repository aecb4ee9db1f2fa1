package dev.lamina.search.arbiter;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.experiment;
import static dev.lamina.dsl.Search.flag;
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
import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.FlagParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.SearchResult;
import dev.lamina.search.StopCause;
import dev.lamina.search.Trial;
import dev.lamina.search.Tuner;
import dev.lamina.search.sampler.Sampler;
import dev.lamina.search.space.Space;
import dev.lamina.search.storage.Kept;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialState;
import dev.lamina.training.data.named.NamedDatasets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;
import org.deeplearning4j.arbiter.optimize.generator.GeneticSearchCandidateGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What goes wrong with Arbiter 1.0.0-beta7, and does not with these searches; in the order of the
 * project's list of its bugs.
 */
@Timeout(60)
class ArbiterBugsTest {

  private static final RealParam X = real("x", -5, 5);
  private static final RealParam RATE = real("rate", 1e-4, 1e-1).log();
  private static final IntParam WIDTH = integer("width", 1, 3);
  private static final ChoiceParam<String> KIND = choice("kind", "a", "b");
  private static final FlagParam DEEP = flag("deep");

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

  /** 4: in Arbiter's grid, what has one value shifts the values after it. */
  @ParameterizedTest
  @MethodSource("samplers")
  void parametersOfOneValueMayStandBeforeOthers(Sampler sampler) {
    IntParam three = integer("three", 3, 3);
    ChoiceParam<String> only = choice("only", "this");
    RealParam half = real("half", 0.5, 0.5);

    SearchResult found =
        Tuner.using(sampler)
            .minimize(search(three, only, half, WIDTH, KIND).trials(50), p -> p.get(WIDTH));

    assertThat(found.trials()).hasSize(6);
    assertThat(found.trials())
        .allMatch(each -> each.get(three) == 3 && each.get(only).equals("this"))
        .allMatch(each -> each.get(half) == 0.5);
  }

  /** 5: Arbiter's grid takes flags for numbers, and tries some twice. */
  @Test
  void aGridTriesBothValuesOfAFlagOnce() {
    SearchResult found =
        Tuner.using(grid(3)).minimize(search(DEEP, X).trials(50), pick -> pick.get(X));

    assertThat(found.trials().stream().map(Trial::choices).distinct()).hasSize(6);
    assertThat(found.trials()).hasSize(6);
  }

  /** 6: the order of Arbiter's grid and its genetic algorithm ignore the seed. */
  @ParameterizedTest
  @MethodSource("samplers")
  void theSeedDecidesWhateverTheNumberOfWorkers(Sampler sampler) {
    SearchPlan plan = search(X, RATE).trials(25);
    Tuner tuner = Tuner.using(sampler);

    List<String> first = printed(tuner.minimize(plan.seed(1), pick -> pick.get(X)));
    List<String> again = printed(tuner.parallel(2).minimize(plan.seed(1), pick -> pick.get(X)));
    List<String> other = printed(tuner.minimize(plan.seed(2), pick -> pick.get(X)));

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  /** 7: without crossover, Arbiter's mutation changes the parents themselves. */
  @Test
  void mutationLeavesParentsAsTheyAre() {
    Endless generator =
        (Endless)
            genetic()
                .population(3)
                .crossover(0)
                .mutation(1)
                .generator(PlaceSpace.of(Space.of(List.of(X, RATE))), 4);
    for (int parent = 0; parent < 3; parent++) {
      double[] genes = {0.1 * parent, 0.1};
      Candidate<double[]> candidate = new Candidate<>(genes.clone(), parent, genes);
      generator.reportResults(
          new OptimizationResult(candidate, (double) parent, parent, null, null, null));
    }

    for (int child = 0; child < 20; child++) {
      assertThat(generator.getCandidate().getException()).isNull();
    }

    assertThat(parents(generator.generator()))
        .containsExactly(new double[] {0, 0.1}, new double[] {0.1, 0.1}, new double[] {0.2, 0.1});
  }

  /** 8: of a population of two, Arbiter looks for a second parent for ever. */
  @Test
  void theSmallestPopulationThatIsAllowedBreeds() {
    SearchResult found =
        Tuner.using(genetic().population(3)).minimize(search(X).trials(40), pick -> pick.get(X));

    assertThat(found.complete()).hasSize(40);
    assertThatThrownBy(() -> genetic().population(2))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`trials` must be a whole number of at least 3 but is 2.");
  }

  /** 9: of 30 candidates in a space of four, Arbiter tries 26 in vain. */
  @Test
  void childrenThatWereTriedBeforeAreNoTrials() {
    SearchResult found =
        Tuner.using(genetic().population(3))
            .minimize(search(KIND, DEEP).trials(30), pick -> pick.get(DEEP) ? 1 : 0);

    assertThat(found.trials()).hasSize(4);
    assertThat(found.trials().stream().map(Trial::choices)).doesNotHaveDuplicates();
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

  /** 14: values that Java cannot serialize end Arbiter's search. */
  @ParameterizedTest
  @MethodSource("samplers")
  void choicesNeedNotBeSerializable(Sampler sampler) {
    ChoiceParam<Thing> things = choice("thing", new Thing(1), new Thing(2), new Thing(3));

    SearchResult found =
        Tuner.using(sampler).minimize(search(things).trials(9), pick -> pick.get(things).size());

    assertThat(found.best().get(things)).isEqualTo(new Thing(1));
  }

  /** 15: a parameter that two of Arbiter's spaces share gets the index of the second. */
  @ParameterizedTest
  @MethodSource("samplers")
  void searchesMayShareParameters(Sampler sampler) {
    SearchPlan first = search(X, WIDTH).trials(10).seed(1);
    SearchPlan second = search(WIDTH, KIND, X).trials(10).seed(1);
    Tuner tuner = Tuner.using(sampler);

    List<String> before = printed(tuner.minimize(first, pick -> pick.get(X)));
    List<String> between = printed(tuner.minimize(second, pick -> pick.get(X)));
    List<String> after = printed(tuner.minimize(first, pick -> pick.get(X)));

    assertThat(between).hasSize(10);
    assertThat(after).isEqualTo(before);
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

  /** 18: the ends of Arbiter's grid are infinite where a distribution has none. */
  @Test
  void theEndsOfAGridAreThoseOfTheRange() {
    SearchResult found =
        Tuner.using(grid(3)).minimize(search(X, RATE).trials(9), pick -> pick.get(X));

    assertThat(found.trials().stream().mapToDouble(trial -> trial.get(X)).distinct())
        .containsExactlyInAnyOrder(-5.0, 0.0, 5.0);
    assertThat(found.trials().stream().mapToDouble(trial -> trial.get(RATE)).min()).hasValue(1e-4);
    assertThat(found.trials().stream().mapToDouble(trial -> trial.get(RATE)).max()).hasValue(1e-1);
  }

  private static List<double[]> parents(CandidateGenerator generator) {
    return ((GeneticSearchCandidateGenerator) generator)
        .getPopulationModel().getPopulation().stream().map(each -> each.getGenes()).toList();
  }

  private static List<String> printed(SearchResult result) {
    return result.trials().stream().map(Trial::toString).toList();
  }

  /** Something that Java cannot serialize. */
  private record Thing(int size) {}
}
