package dev.lamina.search.sampler;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.real;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.search.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SurrogateTest {

  private static final double LENGTH = 0.4;
  private static final double SIGNAL = 2;
  private static final double NOISE = 0.1;
  private static final Metric LINE = new Metric(Space.of(List.of(real("x", 0, 1))));
  private static final Space MIXED =
      Space.of(List.of(real("x", 0, 1), real("y", 0, 1), choice("kind", "a", "b")));

  @Test
  void oneValuePullsTheMeanAndLeavesThisUncertain() {
    Surrogate surrogate = onLine(NOISE, List.of(at(0.3)), 1.5);

    double near = SIGNAL * kernel(0.2);
    Surrogate.Belief belief = surrogate.at(at(0.5));
    assertThat(belief.mean()).isCloseTo(near * 1.5 / (SIGNAL + NOISE), within(1e-14));
    double variance = SIGNAL - near * near / (SIGNAL + NOISE);
    assertThat(belief.deviation()).isCloseTo(Math.sqrt(variance), within(1e-14));
  }

  /** By the inverse of a matrix of two rows. */
  @Test
  void twoValuesAreWeighedAgainstEachOther() {
    Surrogate surrogate = onLine(NOISE, List.of(at(0.1), at(0.7)), -1, 2);

    double own = SIGNAL + NOISE;
    double cross = SIGNAL * kernel(0.6);
    double determinant = own * own - cross * cross;
    double left = SIGNAL * kernel(0.3);
    double right = SIGNAL * kernel(0.3);
    double mean = (left * (-own - 2 * cross) + right * (2 * own + cross)) / determinant;
    double known = (own * (left * left + right * right) - 2 * cross * left * right) / determinant;
    assertThat(surrogate.mean(at(0.4))).isCloseTo(mean, within(1e-14));
    assertThat(surrogate.at(at(0.4)).deviation())
        .isCloseTo(Math.sqrt(SIGNAL - known), within(1e-14));
  }

  @Test
  void withoutNoiseItGoesThroughTheValues() {
    List<double[]> points = List.of(at(0.1), at(0.35), at(0.6), at(0.9));
    double[] values = {1, -0.5, 0.3, 2};
    Surrogate surrogate = onLine(1e-6, points, values);

    for (int each = 0; each < values.length; each++) {
      Surrogate.Belief belief = surrogate.at(points.get(each));
      assertThat(belief.mean()).isCloseTo(values[each], within(1e-4));
      assertThat(belief.deviation()).isLessThan(1.1e-3);
    }
    assertThat(surrogate.leastMean()).isCloseTo(-0.5, within(1e-4));
    assertThat(surrogate.at(at(0.22)).deviation()).isGreaterThan(0.01);
  }

  @Test
  void farFromAllValuesNothingIsKnown() {
    Surrogate surrogate =
        new Surrogate(LINE, scales(1e-3, NOISE), List.of(at(0)), new double[] {3}, List.of());

    assertThat(surrogate.mean(at(1))).isCloseTo(0, within(1e-15));
    assertThat(surrogate.at(at(1)).deviation()).isCloseTo(Math.sqrt(SIGNAL), within(1e-15));
  }

  @Test
  void aPointWhoseValueIsComingChangesNoMeanButIsLessUncertain() {
    List<double[]> known = List.of(at(0.1), at(0.8));
    double[] values = {-1, 2};
    Surrogate alone = onLine(NOISE, known, values);
    Surrogate believing =
        new Surrogate(LINE, scales(LENGTH, NOISE), known, values, List.of(at(0.4)));
    double believed = alone.mean(at(0.4));
    Surrogate told = onLine(NOISE, List.of(at(0.1), at(0.8), at(0.4)), -1, 2, believed);

    for (double x = 0; x <= 1; x += 0.05) {
      assertThat(believing.mean(at(x))).isCloseTo(alone.mean(at(x)), within(1e-14));
      assertThat(believing.mean(at(x))).isCloseTo(told.mean(at(x)), within(1e-13));
      assertThat(believing.at(at(x)).deviation())
          .isCloseTo(told.at(at(x)).deviation(), within(1e-13));
    }
    assertThat(believing.at(at(0.4)).deviation()).isLessThan(alone.at(at(0.4)).deviation() / 2);
  }

  @Test
  void slopesAreThoseOfWhatIsBelieved() {
    Surrogate surrogate = mixed();
    double[] point = {0.37, 0.61, MIXED.dimensions().get(2).nth(1)};
    Surrogate.Slopes slopes = surrogate.slopes(point);

    assertThat(slopes.mean().value()).isEqualTo(surrogate.at(point).mean());
    for (int each = 0; each < 2; each++) {
      Surrogate.Belief more = surrogate.at(moved(point, each, 1e-5));
      Surrogate.Belief less = surrogate.at(moved(point, each, -1e-5));
      assertThat(slopes.mean().slope(each))
          .isCloseTo((more.mean() - less.mean()) / 2e-5, within(1e-7));
      assertThat(slopes.deviation().slope(each))
          .isCloseTo((more.deviation() - less.deviation()) / 2e-5, within(1e-7));
    }
    assertThat(slopes.mean().slope(2)).isZero();
  }

  private static Surrogate mixed() {
    SplittableRandom random = new SplittableRandom(3);
    List<double[]> points = new ArrayList<>();
    double[] values = new double[12];
    for (int each = 0; each < values.length; each++) {
      points.add(MIXED.snap(MIXED.random(random)));
      values[each] = random.nextDouble() - 0.5;
    }
    points.set(3, new double[] {0.2, Double.NaN, points.get(3)[2]});
    double[] logs = {Math.log(0.3), Math.log(0.6), Math.log(0.9), Math.log(1.3), Math.log(0.01)};
    return new Surrogate(
        new Metric(MIXED),
        new Scales(logs),
        points.subList(0, 10),
        Arrays.copyOf(values, 10),
        points.subList(10, 12));
  }

  private static double[] moved(double[] point, int dimension, double by) {
    double[] moved = point.clone();
    moved[dimension] += by;
    return moved;
  }

  private static Surrogate onLine(double noise, List<double[]> points, double... values) {
    return new Surrogate(LINE, scales(LENGTH, noise), points, values, List.of());
  }

  private static Scales scales(double length, double noise) {
    return Scales.all(1, length, SIGNAL, noise);
  }

  private static double[] at(double x) {
    return new double[] {x};
  }

  private static double kernel(double apart) {
    double r = Math.sqrt(5) * apart / LENGTH;
    return (1 + r + r * r / 3) * Math.exp(-r);
  }
}
