package dev.lamina.search.sampler;

import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.search.space.Space;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

class LeanTest {

  private static final Space SQUARE = Space.of(List.of(real("x", 0, 1), real("y", 0, 1)));
  private static final double WIDTH = 0.1;
  private static final double[] MIDDLE = {0.5, 0.5};

  /** Their correlation is 0.8. */
  private static final List<double[]> SLOPE =
      List.of(
          new double[] {0.4, 0.5},
          new double[] {0.5, 0.4},
          new double[] {0.6, 0.7},
          new double[] {0.7, 0.6},
          new double[] {0.8, 0.8});

  /** Five points and three that lie in no direction leave 5/8 of a correlation of 0.8. */
  private final Lean lean = lean(SQUARE, SLOPE);

  @Test
  void fewPointsAreTakenForLessThanTheySeem() {
    double[] column = lean.factor().times(new double[] {1, 0});

    assertThat(column).containsExactly(new double[] {1, 0.5}, within(1e-12));
  }

  /** By hand for a correlation of ½, a width away along the slope and across it. */
  @Test
  void kernelsAreDenserAlongTheSlopeAsTheNormalDistributionOfTwoIs() {
    double scale = Math.log(0.75) / 2;

    assertThat(excess(0.6, 0.6)).isCloseTo((2 - 1 / 0.75) / 2 - scale, within(1e-9));
    assertThat(excess(0.6, 0.4)).isCloseTo((2 - 3 / 0.75) / 2 - scale, within(1e-9));
    assertThat(excess(0.5, 0.5)).isCloseTo(-scale, within(1e-9));
  }

  @Test
  void drawsLieAlongTheSlope() {
    double[][] drawn = drawn(MIDDLE, 10_000);

    assertThat(correlation(drawn)).isCloseTo(0.5, within(0.03));
    assertThat(new StandardDeviation().evaluate(column(drawn, 0))).isCloseTo(WIDTH, within(0.003));
  }

  @Test
  void drawsOfACornerStayInTheSpace() {
    for (double[] point : drawn(new double[] {0.01, 0.99}, 1000)) {
      assertThat(point[0]).isBetween(0.0, 1.0);
      assertThat(point[1]).isBetween(0.0, 1.0);
    }
  }

  @Test
  void aPointThatLacksAParameterStandsUpright() {
    LeaningKernels kernels = lean.around(List.of(new double[] {0.5, Double.NaN}, MIDDLE));
    double[] sums = new double[2];
    double[] point = {0.3, 0.3};

    kernels.addLogs(new double[] {0.6, 0.6}, sums);
    kernels.draw(0, point, new SplittableRandom(5));

    assertThat(sums[0]).isZero();
    assertThat(sums[1]).isPositive();
    assertThat(point).containsExactly(0.3, 0.3);
  }

  @Test
  void parametersWithFewValuesDoNotTakePart() {
    Space space = Space.of(List.of(real("x", 0, 1), integer("i", 1, 9), real("y", 0, 1)));
    List<double[]> points =
        SLOPE.stream().map(each -> new double[] {each[0], 0.5, each[1]}).toList();
    double[] point = {0.5, 0.5, 0.5};

    LeaningKernels kernels = lean(space, points).around(List.of(point.clone()));
    kernels.draw(0, point, new SplittableRandom(6));

    assertThat(lean(space, points).scaled(point)).hasSize(2);
    assertThat(point[1]).isEqualTo(0.5);
    assertThat(point[0]).isNotEqualTo(0.5);
  }

  @Test
  void pointsThatDoNotDifferLeanInNoDirection() {
    List<double[]> same = List.of(new double[] {0.2, 0.3}, new double[] {0.2, 0.7});
    double[] sums = new double[1];

    lean(SQUARE, same).around(List.of(MIDDLE)).addLogs(new double[] {0.6, 0.6}, sums);

    assertThat(sums[0]).isCloseTo(0, within(1e-12));
  }

  private static Lean lean(Space space, List<double[]> points) {
    return Lean.along(
        space, IntStream.range(0, space.size()).mapToObj(any -> WIDTH).toList(), points);
  }

  private double excess(double x, double y) {
    double[] sums = new double[1];
    lean.around(List.of(MIDDLE)).addLogs(new double[] {x, y}, sums);
    return sums[0];
  }

  private double[][] drawn(double[] center, int draws) {
    LeaningKernels kernels = lean.around(List.of(center));
    SplittableRandom random = new SplittableRandom(4);
    return IntStream.range(0, draws)
        .mapToObj(
            any -> {
              double[] point = center.clone();
              kernels.draw(0, point, random);
              return point;
            })
        .toArray(double[][]::new);
  }

  private static double[] column(double[][] points, int index) {
    return IntStream.range(0, points.length).mapToDouble(each -> points[each][index]).toArray();
  }

  private static double correlation(double[][] points) {
    return new PearsonsCorrelation().correlation(column(points, 0), column(points, 1));
  }
}
