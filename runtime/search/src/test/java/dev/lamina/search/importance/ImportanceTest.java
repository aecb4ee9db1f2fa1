package dev.lamina.search.importance;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.FlagParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.search.SearchResult;
import dev.lamina.search.Tuner;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ImportanceTest {

  private static final RealParam X = real("x", 0, 1);
  private static final RealParam Y = real("y", 0, 1);
  private static final RealParam RATE = real("rate", 1e-4, 1).log();
  private static final IntParam WIDTH = integer("width", 1, 8);
  private static final ChoiceParam<Double> KIND = choice("kind", 0.0, 1.0, 0.5);
  private static final FlagParam DEEP = flag("deep");

  @Test
  void anAdditiveFunctionIsDividedByItsVariances() {
    SearchResult found = minimized(400, pick -> 3 * pick.get(X) + pick.get(Y));

    Map<String, Double> shares = found.importance();

    assertThat(shares.keySet()).startsWith("x", "y");
    assertThat(shares.get("x")).isEqualTo(0.9, within(0.02));
    assertThat(shares.get("y")).isEqualTo(0.1, within(0.02));
    assertThat(shares.values().stream().mapToDouble(each -> each).sum())
        .isEqualTo(1, within(1e-12));
  }

  @Test
  void eachKindOfParameterHasItsShare() {
    SearchResult found = minimized(300, ImportanceTest::mixed);

    Map<String, Double> shares = found.importance();

    // The forest favours what explains most: it sees that first.
    // 3x: 9/12. u^2/2, u from -2 to 2: (16/5 - 16/9)/4. width/10: 63/1200. kind: 1/6.
    double all = 9 / 12.0 + (16 / 5.0 - 16 / 9.0) / 4 + 63 / 1200.0 + 1 / 6.0;
    assertThat(shares.get("x")).isEqualTo(9 / 12.0 / all, within(0.12));
    assertThat(shares.get("rate")).isEqualTo((16 / 5.0 - 16 / 9.0) / 4 / all, within(0.12));
    assertThat(shares.get("width")).isEqualTo(63 / 1200.0 / all, within(0.03));
    assertThat(shares.get("kind")).isEqualTo(1 / 6.0 / all, within(0.06));
    assertThat(shares.get("deep")).isLessThan(0.01);
    assertThat(shares.keySet()).startsWith("x", "rate", "kind", "width");
  }

  @Test
  void theScaleOfAnObjectiveDoesNotMatter() {
    Map<String, Double> minimized = minimized(60, ImportanceTest::mixed).importance();

    SearchResult found =
        Tuner.using(randomSearch())
            .optimize(
                search(X, Y, RATE, WIDTH, KIND, DEEP).trials(60).seed(3),
                List.of(Goal.MINIMIZE, Goal.MINIMIZE),
                pick -> new double[] {pick.get(Y), 1024 * mixed(pick)});

    assertThat(found.importance(1)).isEqualTo(minimized);
    assertThat(found.importance().get("y")).isGreaterThan(0.9);
  }

  @Test
  void fewTrialsExplainNothing() {
    assertThatThrownBy(() -> minimized(3, ImportanceTest::mixed).importance())
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            """
            `importance()` is not valid: 1 problem.
              1. Search `study` needs 4 complete trials at least, but has 3.
                 Fix: do more trials."""
                .replace("\n", System.lineSeparator()));
  }

  @Test
  void trialsOfOneValueExplainNothing() {
    assertThatThrownBy(() -> minimized(30, pick -> 7).importance())
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("needs trials of different values, but all of them have the same.");
  }

  @Test
  void objectivesAreCounted() {
    assertThatThrownBy(() -> minimized(9, ImportanceTest::mixed).importance(1))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`objective` must be at least 0 and less than 1 but is 1.");
  }

  private static double mixed(Choices pick) {
    double powers = Math.log10(pick.get(RATE)) + 2;
    return 3 * pick.get(X) + powers * powers / 2 + 0.1 * pick.get(WIDTH) + pick.get(KIND);
  }

  private static SearchResult minimized(int trials, ToDoubleFunction<Choices> function) {
    return Tuner.using(randomSearch())
        .minimize(search(X, Y, RATE, WIDTH, KIND, DEEP).trials(trials).seed(3), function);
  }
}
