package dev.lamina.search.arbiter;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.search.arbiter.ArbiterSamplers.grid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

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
import dev.lamina.search.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.arbiter.optimize.generator.GridSearchCandidateGenerator;
import org.deeplearning4j.arbiter.optimize.generator.GridSearchCandidateGenerator.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {

  private static final RealParam RATE = real("rate", 1e-3, 1e-1).log();
  private static final IntParam WIDTH = integer("width", 10, 20).step(5);
  private static final IntParam UNITS = integer("units", 1, 1000).log();
  private static final ChoiceParam<String> KIND = choice("kind", "a", "b", "c", "d");
  private static final FlagParam DEEP = flag("deep");

  @Test
  void realNumbersGoFromEndToEndAtEqualDistancesOnTheirScale() {
    SearchResult found = Tuner.using(grid(5)).minimize(search(RATE).trials(9), p -> p.get(RATE));

    assertThat(found.trials().stream().mapToDouble(trial -> trial.get(RATE)).sorted().toArray())
        .containsExactly(
            new double[] {1e-3, Math.pow(10, -2.5), 1e-2, Math.pow(10, -1.5), 1e-1}, offset(1e-15));
    assertThat(found.stopCause()).isEqualTo(StopCause.EXHAUSTED);
  }

  @Test
  void itsSizeIsKnownBeforehand() {
    SearchPlan plan = search(RATE, WIDTH, UNITS, KIND, DEEP).trials(1000);

    long size = grid(4).size(plan);
    SearchResult found = Tuner.using(grid(4)).minimize(plan, pick -> pick.get(RATE));

    assertThat(size).isEqualTo(4 * 3 * 4 * 4 * 2);
    assertThat(found.trials()).hasSize((int) size);
    assertThat(found.trials().stream().map(Trial::choices)).doesNotHaveDuplicates();
  }

  @Test
  void levelsThatMeanTheSameValueCountOnce() {
    IntParam few = integer("few", 1, 6).log();

    // On their scale, the second of five levels is the square root of the first and the third.
    List<Integer> tried =
        Tuner.using(grid(5))
            .minimize(search(few).trials(9), pick -> pick.get(few))
            .trials()
            .stream()
            .map(trial -> trial.get(few))
            .sorted()
            .toList();

    assertThat(tried).hasSize((int) grid(5).size(search(few))).doesNotHaveDuplicates();
    assertThat(tried).startsWith(1).endsWith(6);
  }

  @Test
  void itsPointsAreThoseOfArbitersGrid() {
    Space space = Space.of(List.of(RATE, WIDTH, KIND, DEEP));
    GridSearchCandidateGenerator arbiter =
        new GridSearchCandidateGenerator(PlaceSpace.levels(space, 3), 3, Mode.Sequential, null);
    List<String> theirs = new ArrayList<>();
    while (arbiter.hasMoreCandidates()) {
      theirs.add(rounded((double[]) arbiter.getCandidate().getValue()));
    }

    SearchResult found =
        Tuner.using(grid(3)).minimize(search(RATE, WIDTH, KIND, DEEP).trials(100), p -> 1);
    List<String> ours =
        found.trials().stream()
            .map(trial -> rounded(space.point(trial.record().choices())))
            .toList();

    assertThat(ours).hasSize(72).containsExactlyInAnyOrderElementsOf(theirs);
  }

  @Test
  void theSeedGivesTheOrder() {
    SearchPlan plan = search(RATE, WIDTH, KIND).trials(20);

    List<String> first = printed(Tuner.using(grid(5)).minimize(plan.seed(1), p -> p.get(RATE)));
    List<String> again =
        printed(Tuner.using(grid(5)).parallel(8).minimize(plan.seed(1), p -> p.get(RATE)));
    List<String> other = printed(Tuner.using(grid(5)).minimize(plan.seed(2), p -> p.get(RATE)));

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void pointsThatAreNotAllowedArePassedOver() {
    SearchPlan plan = search(RATE, WIDTH).trials(100).where(pick -> pick.get(WIDTH) > 10);

    SearchResult found = Tuner.using(grid(5)).minimize(plan, pick -> pick.get(RATE));

    assertThat(found.trials()).hasSize(10).allMatch(trial -> trial.get(WIDTH) > 10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 16, 17, 1000})
  void aShuffleHasEachNumberOnce(int size) {
    Shuffle shuffle = new Shuffle(size, 7);

    List<Integer> order = IntStream.range(0, size).map(shuffle::at).boxed().toList();

    assertThat(order.stream().sorted()).isEqualTo(IntStream.range(0, size).boxed().toList());
  }

  @Test
  void gridsThatAreTooLargeOrNoneAreRefused() {
    SearchPlan many =
        search(real("a", 0, 1), real("b", 0, 1), real("c", 0, 1), real("d", 0, 1), RATE);

    assertThatThrownBy(() -> grid(100).size(many))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            """
            `grid(100)` is not valid: 1 problem.
              1. `grid` must be of fewer than 2^31 points but is "larger".
                 Fix: use fewer levels, parameters, or another sampler."""
                .replace("\n", System.lineSeparator()));
    assertThatThrownBy(() -> grid(1))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`levels` must be a whole number of at least 2 but is 1.");
  }

  private static String rounded(double[] point) {
    return Arrays.stream(point).mapToObj("%.9f"::formatted).toList().toString();
  }

  private static List<String> printed(SearchResult result) {
    return result.trials().stream().map(Trial::toString).toList();
  }
}
