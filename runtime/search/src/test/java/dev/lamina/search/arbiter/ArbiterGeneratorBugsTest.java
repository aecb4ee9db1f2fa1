package dev.lamina.search.arbiter;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
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
import dev.lamina.search.Trial;
import dev.lamina.search.Tuner;
import dev.lamina.search.sampler.Sampler;
import dev.lamina.search.space.Space;
import java.util.List;
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
 * What goes wrong with the generators and spaces of Arbiter 1.0.0-beta7, and does not with these
 * searches; numbers are those of the project's list of its bugs.
 */
@Timeout(60)
class ArbiterGeneratorBugsTest {

  private static final RealParam X = real("x", -5, 5);
  private static final RealParam RATE = real("rate", 1e-4, 1e-1).log();
  private static final IntParam WIDTH = integer("width", 1, 3);
  private static final ChoiceParam<String> KIND = choice("kind", "a", "b");
  private static final FlagParam DEEP = flag("deep");

  static Stream<Sampler> samplers() {
    return Stream.of(arbiterRandom(), grid(5), genetic().population(6));
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
