package dev.lamina.search.sampler;

import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.search.Trial;
import dev.lamina.search.Tuner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What samplers make of a second objective. */
class TwoObjectivesTest {

  private static final RealParam X = real("x", -5, 5);
  private static final IntParam WIDTH = integer("width", 8, 32).step(8);

  @ParameterizedTest
  @MethodSource("learners")
  void whoeverTakesTwoLearnsFromTheSecondToo(Sampler sampler) {
    assertThat(tried(sampler, 0)).isNotEqualTo(tried(sampler, 5));
  }

  /** Those who look at other trials at all. */
  static List<Sampler> learners() {
    return SamplerContractTest.samplers().stream()
        .filter(each -> each.mostObjectives() > 1 && each.visible(40, 1) > 0)
        .toList();
  }

  /** A compromise between few units and an x that is near this one. */
  private static List<Map<String, String>> tried(Sampler sampler, double near) {
    return Tuner.using(sampler)
        .optimize(
            search(X, WIDTH).trials(40).seed(3),
            List.of(Goal.MINIMIZE, Goal.MINIMIZE),
            pick -> new double[] {pick.get(WIDTH), Math.abs(pick.get(X) - near)})
        .trials()
        .stream()
        .map(Trial::choices)
        .toList();
  }
}
