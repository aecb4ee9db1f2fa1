package dev.lamina.search.sampler;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.search.sampler.Samplers.nsga2;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.FlagParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.Param;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.SearchResult;
import dev.lamina.search.Trial;
import dev.lamina.search.Tuner;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Nsga2Test {

  private static final int SIZE = 10;
  private static final List<RealParam> X =
      IntStream.range(0, SIZE).mapToObj(each -> real("x" + each, 0, 1)).toList();
  private static final List<Goal> BOTH = List.of(Goal.MINIMIZE, Goal.MINIMIZE);

  /** The functions of Zitzler, Deb and Thiele (2000); g is 1 on the front. */
  private enum Zdt {
    ZDT1((f, g) -> 1 - Math.sqrt(f / g)),
    ZDT2((f, g) -> 1 - Math.pow(f / g, 2)),
    ZDT3((f, g) -> 1 - Math.sqrt(f / g) - f / g * Math.sin(10 * Math.PI * f));

    @SuppressWarnings("ImmutableEnumChecker") // they have no state
    private final DoubleBinaryOperator shape;

    Zdt(DoubleBinaryOperator shape) {
      this.shape = shape;
    }

    double[] at(Choices pick) {
      double first = pick.get(X.get(0));
      double rest = X.stream().skip(1).mapToDouble(pick::get).sum();
      double g = 1 + 9 * rest / (SIZE - 1);
      return new double[] {first, g * shape.applyAsDouble(first, g)};
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsCompromisesAreBetterThanRandomOnes(Zdt function) {
    SearchPlan plan = plan(400);

    double bred = volume(nsga2().population(20), plan, function::at);
    double random = volume(randomSearch(), plan, function::at);

    // The volume of all that is better than 11 in both is 121 less what no point can reach.
    assertThat(121 - bred).isLessThan(0.5 * (121 - random));
  }

  @Test
  void anyNumberOfWorkersTriesTheSame() {
    SearchPlan plan = plan(120).window(8);
    Tuner tuner = Tuner.using(nsga2().population(10));

    List<String> alone = printed(tuner.optimize(plan, BOTH, Zdt.ZDT1::at));
    List<String> eight = printed(tuner.parallel(8).optimize(plan, BOTH, Zdt.ZDT1::at));

    assertThat(eight).isEqualTo(alone);
  }

  @Test
  void everyKindOfParameterIsBred() {
    IntParam width = integer("width", 1, 30);
    ChoiceParam<String> kind = choice("kind", "a", "b", "c");
    FlagParam deep = flag("deep");
    RealParam rate = real("rate", 1e-4, 1).log();
    SearchPlan plan = search(width, kind, deep, rate).trials(200).seed(6);
    Function<Choices, double[]> losses =
        pick -> {
          double wrong = pick.get(kind).equals("b") ? 0 : 1;
          double shallow = pick.get(deep) ? 0 : 1;
          double off = Math.abs(Math.log10(pick.get(rate)) + 2);
          double all = wrong + shallow + off;
          return new double[] {pick.get(width) + all, 30 - pick.get(width) + all};
        };

    SearchResult found = Tuner.using(nsga2().population(20)).optimize(plan, BOTH, losses);

    // Behind the best steps, from (1, 29) to (30, 0), are 39 * 11 and 38 + 37 + ... + 10.
    double most = 39 * 11 + 29 * (38 + 10) / 2.0;
    assertThat(found.hypervolume(40, 40)).isBetween(0.85 * most, most);
  }

  @Test
  void trialsThatFailHaveNoChildren() {
    SearchPlan plan = plan(100);

    SearchResult found =
        Tuner.using(nsga2().population(10))
            .optimize(
                plan,
                BOTH,
                pick ->
                    pick.get(X.get(0)) > 0.5 ? new double[] {Double.NaN, -1} : Zdt.ZDT1.at(pick));

    List<Trial> late = found.trials().subList(50, 100);
    assertThat(late.stream().filter(trial -> trial.get(X.get(0)) > 0.5).count()).isLessThan(15);
  }

  @Test
  void generationsAreKnownAsAWhole() {
    Nsga2 sampler = nsga2().population(10);

    List<Integer> visible =
        Stream.of(0, 9, 12, 13, 22, 23, 40).map(trial -> sampler.visible(trial, 4)).toList();

    assertThat(visible).containsExactly(0, 0, 0, 10, 10, 20, 30);
  }

  @Test
  void aPopulationOfOneIsRefused() {
    assertThatThrownBy(() -> nsga2().population(1))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`trials` must be a whole number of at least 2 but is 1.");
    assertThat(nsga2().population(20).crossover(0.5).mutation(0.25))
        .hasToString("nsga2().population(20).crossover(0.5).mutation(0.25)");
  }

  private static double volume(
      Sampler sampler, SearchPlan plan, Function<Choices, double[]> function) {
    return Tuner.using(sampler).optimize(plan, BOTH, function).hypervolume(11, 11);
  }

  private static SearchPlan plan(int trials) {
    return search(X.toArray(Param<?>[]::new)).trials(trials).seed(2);
  }

  private static List<String> printed(SearchResult result) {
    return result.trials().stream().map(Trial::toString).toList();
  }
}
