package dev.lamina.search.arbiter;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.dsl.Search.value;
import static dev.lamina.search.arbiter.ArbiterSamplers.arbiter;
import static dev.lamina.search.arbiter.ArbiterSamplers.arbiterRandom;
import static dev.lamina.search.arbiter.ArbiterSamplers.genetic;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;
import org.deeplearning4j.arbiter.optimize.api.ParameterSpace;
import org.deeplearning4j.arbiter.optimize.generator.GridSearchCandidateGenerator;
import org.deeplearning4j.arbiter.optimize.generator.RandomSearchGenerator;
import org.deeplearning4j.arbiter.optimize.parameter.continuous.ContinuousParameterSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArbiterSamplerTest {

  private static final RealParam X = real("x", -5, 5);
  private static final RealParam Y = real("y", -5, 5);
  private static final IntParam WIDTH = integer("width", 1, 30).log();
  private static final ChoiceParam<String> KIND = choice("kind", "a", "b", "c");
  private static final FlagParam DEEP = flag("deep");

  static Stream<Arguments> samplers() {
    return Stream.of(
        arguments(arbiterRandom(), "arbiterRandom()"),
        arguments(genetic(), "genetic()"),
        arguments(
            genetic().population(6).crossover(0.5).mutation(0.25),
            "genetic().population(6).crossover(0.5).mutation(0.25)"),
        arguments(
            arbiter("own", (space, seed) -> new RandomSearchGenerator(space)),
            "arbiter(\"own\", generator)"));
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void anyNumberOfWorkersTriesTheSame(Sampler sampler, String code) {
    SearchPlan plan = search(X, WIDTH, KIND, DEEP).trials(60).seed(3).startingFrom(value(X, 1.5));
    Tuner tuner = Tuner.using(sampler);

    List<String> alone = printed(tuner.minimize(plan, pick -> Math.abs(pick.get(X))));
    List<String> eight = printed(tuner.parallel(8).minimize(plan, pick -> Math.abs(pick.get(X))));

    assertThat(eight).isEqualTo(alone);
    assertThat(sampler).hasToString(code);
  }

  @Test
  void aGeneratorProposesWhatItDoesByItself() {
    RandomSearchGenerator itself = new RandomSearchGenerator(new ContinuousParameterSpace(-5, 5));
    itself.setRngSeed(8);
    double[] theirs =
        IntStream.range(0, 20)
            .mapToDouble(each -> (Double) itself.getCandidate().getValue())
            .toArray();

    SearchResult found =
        Tuner.using(arbiterRandom()).minimize(search(X).trials(20).seed(8), pick -> pick.get(X));

    double[] ours = found.trials().stream().mapToDouble(trial -> trial.get(X)).toArray();
    assertThat(ours).containsExactly(theirs, offset(1e-12));
  }

  /** A generator is kept from one trial to the next, which must change nothing but time. */
  @Test
  void aGeneratorForEachTrialProposesTheSameAsOneForAll() {
    SearchPlan plan = search(X, KIND, DEEP).trials(50).seed(3).startingFrom(value(X, 1.5));
    Sampler anew = ask -> genetic().population(5).propose(ask);

    SearchResult each = Tuner.using(anew).minimize(plan, pick -> Math.abs(pick.get(X)));
    SearchResult all =
        Tuner.using(genetic().population(5)).minimize(plan, pick -> Math.abs(pick.get(X)));

    assertThat(printed(all)).isEqualTo(printed(each));
  }

  @Test
  void aGeneratorHearsTheLossesInTheOrderOfTrials() {
    List<List<Double>> told = new ArrayList<>();
    SearchPlan plan = search(X).trials(9).seed(1).window(3);

    SearchResult found =
        Tuner.using(arbiter("hearing", (space, seed) -> new Hearing(space, told)))
            .maximize(plan, pick -> pick.get(X));

    List<Double> losses =
        found.trials().stream().map(trial -> -trial.value().getAsDouble()).toList();
    assertThat(told.get(told.size() - 1)).isEqualTo(losses.subList(0, 6));
  }

  @Test
  void aGeneratorOfAGridEndsTheSearch() {
    Sampler grid =
        arbiter(
            "grid",
            (space, seed) ->
                new GridSearchCandidateGenerator(
                    space, 4, GridSearchCandidateGenerator.Mode.Sequential, null));

    SearchResult found =
        Tuner.using(grid).minimize(search(X, KIND).trials(50), pick -> pick.get(X));

    assertThat(found.trials()).hasSize(12);
    assertThat(found.stopCause()).isEqualTo(StopCause.EXHAUSTED);
  }

  @Test
  void aGeneratorOfAnotherSpaceIsRefused() {
    Sampler other =
        arbiter(
            "other",
            (space, seed) -> new RandomSearchGenerator(new ContinuousParameterSpace(0, 1)));

    assertThatThrownBy(() -> Tuner.using(other).minimize(search(X).trials(2), pick -> pick.get(X)))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("must be of the space that the factory was given but is 0.");
  }

  /** On one hill, 150 trials; the median of 11 seeds. */
  @Test
  void aFactoryThatMakesNothingIsNamed() {
    Sampler nothing = arbiter("nothing", (space, seed) -> null);

    assertThatThrownBy(() -> Tuner.using(nothing).minimize(search(X).trials(1), pick -> 1))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "`arbiter(\"nothing\", generator)` is not valid: 1 problem.",
                "  1. `generator` must be one that the factory makes but is null.",
                "     Fix: return a new generator from the factory each time."));
  }

  @Test
  void childrenOfTheBestAreBetterThanRandomTrials() {
    double bred = median(genetic());
    double random = median(randomSearch());

    assertThat(bred).isLessThan(0.7 * random);
  }

  private static double median(Sampler sampler) {
    return LongStream.range(0, 11)
        .mapToDouble(
            seed ->
                Tuner.using(sampler)
                    .minimize(
                        search(X, Y).trials(150).seed(seed),
                        pick -> Math.pow(pick.get(X) - 1, 2) + Math.pow(pick.get(Y) + 2, 2))
                    .best()
                    .value()
                    .getAsDouble())
        .sorted()
        .toArray()[5];
  }

  private static List<String> printed(SearchResult result) {
    return result.trials().stream().map(Trial::toString).toList();
  }

  private static final class Hearing extends RandomSearchGenerator {

    private final List<Double> heard = new ArrayList<>();

    Hearing(ParameterSpace<?> space, List<List<Double>> told) {
      super(space);
      told.add(heard);
    }

    @Override
    public void reportResults(OptimizationResult result) {
      heard.add(result.getScore());
    }
  }
}
