package dev.lamina.search.sampler;

import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.search.sampler.Samplers.cmaEs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.search.SearchResult;
import dev.lamina.search.Trial;
import dev.lamina.search.Tuner;
import java.util.List;
import java.util.function.ToDoubleFunction;
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
}
