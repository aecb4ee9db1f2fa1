package dev.lamina.search.sampler;

import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.dsl.Search.value;
import static dev.lamina.search.sampler.Questions.complete;
import static dev.lamina.search.sampler.Questions.failed;
import static dev.lamina.search.sampler.Samplers.cmaEs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.KnownPoint;
import dev.lamina.dsl.search.Param;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.SearchResult;
import dev.lamina.search.Trial;
import dev.lamina.search.Tuner;
import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvolutionSamplerTest {

  private static final RealParam X = real("x", -4, 4);
  private static final RealParam Y = real("y", -4, 4);

  @Test
  void aNarrowValleyIsFollowedToItsEnd() {
    SearchResult found =
        Tuner.using(cmaEs())
            .minimize(
                search(X, Y).trials(400).seed(3),
                pick ->
                    1000 * Math.pow(pick.get(X) - pick.get(Y), 2) + Math.pow(pick.get(X) - 3, 2));

    assertThat(found.best().value().getAsDouble()).isLessThan(1e-6);
  }

  /** It settles long before that, and begins elsewhere. */
  @Test
  void whereItHasSettledItStartsAnew() {
    SearchResult found =
        Tuner.using(cmaEs().population(4))
            .minimize(search(X).trials(300).seed(1), pick -> Math.pow(pick.get(X) - 1, 2));

    List<Double> last = found.trials().stream().map(trial -> trial.get(X)).skip(150).toList();
    assertThat(last).anyMatch(x -> Math.abs(x - 1) > 0.5);
    assertThat(found.best().value().getAsDouble()).isLessThan(1e-12);
  }

  /** Those of one generation do not know of each other, whoever is done first. */
  @Test
  void aGenerationIsOneQuestion() {
    assertThat(IntStream.range(0, 12).map(trial -> cmaEs().population(5).visible(trial, 2)))
        .containsExactly(0, 0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10);
  }

  @Test
  void trialsThatFailAreKeptAwayFrom() {
    SearchResult found =
        Tuner.using(cmaEs())
            .minimize(
                search(X, Y).trials(160).seed(2),
                pick -> pick.get(X) < 0 ? Double.NaN : Math.abs(pick.get(X) - 1) + pick.get(Y));

    List<Trial> last = found.trials().subList(80, 160);
    assertThat(last.stream().filter(trial -> trial.get(X) < 0).count()).isLessThan(20);
  }

  /** All but one of these losses are less than 1e-12 apart from early on, or ever. */
  @Test
  void theScaleOfTheObjectiveDoesNotMatter() {
    List<String> trials = printed(300, EvolutionSamplerTest::valley);

    for (int exponent : new int[] {-600, -47, 300}) {
      assertThat(printed(300, pick -> Math.scalb(valley(pick), exponent))).isEqualTo(trials);
    }
  }

  /** It does not set the scale of the others. */
  @Test
  void aHugeLossAmongTheFirstIsLivedWith() {
    SearchResult found =
        Tuner.using(cmaEs())
            .minimize(
                search(X, Y).trials(300).seed(5),
                pick -> pick.get(X) < -2 ? 1e300 : Math.pow(pick.get(X) - 1, 2) + pick.get(Y));

    assertThat(found.trials().subList(0, 8)).anyMatch(trial -> trial.get(X) < -2);
    assertThat(found.best().value().getAsDouble()).isLessThan(-3.999);
  }

  /** A normal distribution around 0.3, cut off at 0 and 1, has a mean of 0.378. */
  @Test
  void itStartsAtTheBestOfKnownPoints() {
    List<Observation> trials =
        List.of(
            complete(0, 5, 0.9, 0.1),
            complete(1, 2, 0.3, 0.7),
            failed(2, 0.1, 0.1),
            complete(3, 4, 0.5, 0.5));

    double[] mean = meanOfTheNext(trials, 4);

    assertThat(mean).containsExactly(new double[] {0.378, 1 - 0.378}, within(0.02));
  }

  @Test
  void thereMayBeMoreKnownPointsThanAGenerationHas() {
    List<Observation> trials =
        IntStream.range(0, 12)
            .mapToObj(each -> complete(each, each == 6 ? 1 : 2, each == 6 ? 0.3 : 0.9, 0.5))
            .toList();

    assertThat(meanOfTheNext(trials, 4)).containsExactly(new double[] {0.378, 0.5}, within(0.02));
  }

  /** Such as those that no constraint allowed: nearby ones were tried. */
  @Test
  void laterPointsThatWereNotDrawnEndNothing() {
    List<Observation> known =
        IntStream.range(0, 4).mapToObj(each -> complete(each, 2 + each, 0.3, 0.5)).toList();
    Space space = Space.of(List.of(X, Y));
    List<Observation> trials = new ArrayList<>(known);
    List<double[]> drawn = new EvolutionReplay(space, 1, known, 4).next();
    trials.add(complete(4, 9, drawn.get(0)));
    IntStream.range(5, 8).forEach(each -> trials.add(complete(each, 1, 0.9, 0.9)));

    List<double[]> next = new EvolutionReplay(space, 1, trials, 4).next();
    IntStream.range(5, 8).forEach(each -> trials.set(each, complete(each, 1, 0.1, 0.1)));

    assertThat(next)
        .usingElementComparator(Arrays::compare)
        .isEqualTo(new EvolutionReplay(space, 1, trials, 4).next());
  }

  @Test
  void knownPointsThatGaveNothingLeaveItInTheMiddle() {
    List<Observation> trials =
        IntStream.range(0, 4).mapToObj(each -> failed(each, 0.9, 0.9)).toList();

    assertThat(meanOfTheNext(trials, 4)).containsExactly(new double[] {0.5, 0.5}, within(0.02));
  }

  /** In the median, where the point is worth 0.2 and nothing was learned of it before: 0.020. */
  @Test
  void whatIsKnownIsGoneOnFrom() {
    List<RealParam> all = IntStream.range(0, 5).mapToObj(i -> real("x" + i, -5, 5)).toList();
    KnownPoint near =
        all.stream()
            .skip(1)
            .reduce(value(all.get(0), 4.3), (point, x) -> point.and(x, 4.3), (a, b) -> b);
    ToDoubleFunction<Choices> sphere =
        pick -> all.stream().mapToDouble(x -> Math.pow(pick.get(x) - 4.5, 2)).sum();

    double[] best =
        IntStream.rangeClosed(1, 11)
            .mapToObj(
                seed ->
                    search(all.toArray(Param<?>[]::new)).trials(240).seed(seed).startingFrom(near))
            .mapToDouble(
                plan -> Tuner.using(cmaEs()).minimize(plan, sphere).best().value().getAsDouble())
            .sorted()
            .toArray();

    assertThat(best[5]).isLessThan(0.012);
  }

  @Test
  void anyNumberOfWorkersStartsAtTheSame() {
    SearchPlan plan = search(X, Y).trials(60).seed(3).startingFrom(value(X, 1.5), value(Y, 0.5));

    SearchResult alone = Tuner.using(cmaEs()).minimize(plan, EvolutionSamplerTest::valley);
    SearchResult eight =
        Tuner.using(cmaEs()).parallel(8).minimize(plan, EvolutionSamplerTest::valley);

    assertThat(eight.trials().stream().map(Trial::choices).toList())
        .isEqualTo(alone.trials().stream().map(Trial::choices).toList());
  }

  @Test
  void severalObjectivesAreRefused() {
    assertThatThrownBy(
            () ->
                Tuner.using(cmaEs())
                    .optimize(
                        search(X).trials(4),
                        List.of(Goal.MINIMIZE, Goal.MAXIMIZE),
                        pick -> new double[] {1, 2}))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("cmaEs()")
        .hasMessageContaining("use `tpe()` or `nsga2()`, or optimize fewer");
  }

  @Test
  void printsItselfAsTheCodeThatBuildsIt() {
    assertThat(cmaEs()).hasToString("cmaEs()");
    assertThat(cmaEs().population(12)).hasToString("cmaEs().population(12)");
    assertThatThrownBy(() -> cmaEs().population(3)).isInstanceOf(InvalidDescriptionException.class);
  }

  private static double valley(Choices pick) {
    double x = pick.get(X);
    return 100 * Math.pow(pick.get(Y) - x * x, 2) + Math.pow(1 - x, 2);
  }

  private static List<String> printed(int trials, ToDoubleFunction<Choices> function) {
    return Tuner.using(cmaEs())
        .minimize(search(X, Y).trials(trials).seed(3), function)
        .trials()
        .stream()
        .map(trial -> trial.choices().toString())
        .toList();
  }

  /** Over so many seeds that its deviation is 0.005. */
  private static double[] meanOfTheNext(List<Observation> trials, int population) {
    Space space = Space.of(List.of(X, Y));
    double[] sums = new double[2];
    for (int seed = 0; seed < 500; seed++) {
      for (double[] point : new EvolutionReplay(space, seed, trials, population).next()) {
        sums[0] += point[0];
        sums[1] += point[1];
      }
    }
    return DoubleStream.of(sums).map(sum -> sum / (500 * population)).toArray();
  }
}
