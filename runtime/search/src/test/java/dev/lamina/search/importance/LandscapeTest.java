package dev.lamina.search.importance;

import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.real;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What a landscape says of losses however large, small or near each other they are. */
class LandscapeTest {

  private static final Space SPACE = Space.of(List.of(real("x", 0, 1), real("y", 0, 1), flag("f")));
  private static final int TRIALS = 120;

  /** Digits so few that none is lost beside the offset. */
  @Test
  void whatLossesHaveInCommonDoesNotMatter() {
    Map<String, Double> shares = landscape(LandscapeTest::additive).shares();

    assertThat(shares.get("x")).isEqualTo(0.9, within(0.05));
    assertThat(landscape(at -> additive(at) + 0x1p27).shares()).isEqualTo(shares);
    assertThat(landscape(at -> additive(at) - 0x1p30).shares()).isEqualTo(shares);
  }

  @Test
  void aThousandthBesideAThousandMillionsIsSeen() {
    Map<String, Double> shares = landscape(at -> 1e9 + 1e-3 * at[0]).shares();

    assertThat(shares.get("x")).isEqualTo(1, within(0.01));
  }

  @Test
  void lossesWhoseSquaresAreNoNumbersAreLikeOthers() {
    Map<String, Double> shares = landscape(at -> additive(at) - 2).shares();

    for (int exponent : new int[] {-1000, -600, 600, 1022}) {
      assertThat(landscape(at -> Math.scalb(additive(at) - 2, exponent)).shares())
          .isEqualTo(shares);
    }
    assertThat(landscape(at -> 1e-200 * at[0]).shares().get("x")).isEqualTo(1, within(0.01));
  }

  /** It is alone at the end of x, and in the middle of y; some trees have not drawn it. */
  @Test
  void oneHugeLossIsExplainedByWhereItIs() {
    Map<String, Double> shares = withOne(1e20).shares();

    assertThat(shares.get("x")).isEqualTo(1, within(0.05));
    for (double huge : new double[] {1e150, 1e300, Double.MAX_VALUE}) {
      assertThat(withOne(huge).shares().get("x")).isEqualTo(shares.get("x"), within(1e-9));
      assertThat(withOne(huge).shares().get("y")).isEqualTo(shares.get("y"), within(1e-9));
    }
  }

  @Test
  void theSurfaceIsOfLosses() {
    for (double step : new double[] {1e-3, 1, 1e-300, 1e300}) {
      double offset = Math.min(1e9, 1e9 * step);
      double[][] surface =
          landscape(at -> offset + (at[1] < 0.5 ? 0 : step))
              .surface(0, 1, new double[] {0.2, 0.8}, new double[] {0.2, 0.8});

      double digits = 1e-15 * offset + 1e-12 * step;
      assertThat(surface[0]).containsExactly(new double[] {offset, offset}, within(digits));
      assertThat(surface[1])
          .containsExactly(new double[] {offset + step, offset + step}, within(digits));
    }
  }

  @Test
  void theSurfaceReachesTheLargestNumbers() {
    double[][] surface =
        landscape(at -> at[1] < 0.5 ? -1.7e308 : 1.7e308)
            .surface(0, 1, new double[] {0.5}, new double[] {0.2, 0.8});

    assertThat(surface[0]).containsExactly(new double[] {-1.7e308}, within(1e294));
    assertThat(surface[1]).containsExactly(new double[] {1.7e308}, within(1e294));
  }

  private static double additive(double[] at) {
    return Math.rint((3 * at[0] + at[1]) * 0x1p20) / 0x1p20;
  }

  private static Landscape landscape(ToDoubleFunction<double[]> loss) {
    return Landscape.of(SPACE, trials(loss), 0).orElseThrow();
  }

  private static Landscape withOne(double huge) {
    List<Observation> trials = trials(LandscapeTest::additive);
    trials.set(60, trial(60, huge, 1, 0.5, 0.25));
    return Landscape.of(SPACE, trials, 0).orElseThrow();
  }

  private static List<Observation> trials(ToDoubleFunction<double[]> loss) {
    SplittableRandom random = new SplittableRandom(5);
    List<Observation> trials = new ArrayList<>();
    for (int number = 0; number < TRIALS; number++) {
      double[] point = SPACE.random(random);
      trials.add(trial(number, loss.applyAsDouble(point), point));
    }
    return trials;
  }

  private static Observation trial(int number, double loss, double... point) {
    return new Observation(
        number, Observation.State.COMPLETE, point, new double[] {loss}, new TreeMap<>());
  }
}
