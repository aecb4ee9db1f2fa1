package dev.lamina.search.sampler;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.search.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static final Space SPACE =
      Space.of(List.of(real("x", 0, 1), integer("n", 1, 9), choice("kind", "a", "b", "c")));

  /** Two values, by hand, in a single dimension; then the logarithms of the three priors. */
  @Test
  void itIsTheLikelihoodOfTheValuesAndThePriorOfTheScales() {
    Metric line = new Metric(Space.of(List.of(real("x", 0, 1))));
    Evidence evidence =
        new Evidence(
            line, List.of(new double[] {0.2}, new double[] {0.7}), new double[] {1.2, -0.4});

    double r = Math.sqrt(5) * 0.5 / 0.3;
    double cross = 1.7 * (1 + r + r * r / 3) * Math.exp(-r);
    double own = 1.7 + 0.05;
    double determinant = own * own - cross * cross;
    double fit = (own * (1.2 * 1.2 + 0.4 * 0.4) + 2 * cross * 1.2 * 0.4) / determinant;
    double off = Math.log(0.3) - Math.sqrt(2);
    double logPrior =
        -Math.log(0.3) - off * off / 6 + Math.log(1.7) - 1.7 + 0.1 * Math.log(0.05) - 30 * 0.05;
    assertThat(evidence.at(Scales.all(1, 0.3, 1.7, 0.05).logs()).value())
        .isCloseTo((fit + Math.log(determinant)) / 2 - logPrior, within(1e-13));
  }

  @Test
  void itsGradientIsThatOfCentralDifferences() {
    Evidence evidence = evidence(15);
    double[] logs = {Math.log(0.3), Math.log(0.8), Math.log(1.5), Math.log(1.4), Math.log(0.02)};
    Tangent tangent = evidence.at(logs);

    double h = 1e-5;
    for (int each = 0; each < logs.length; each++) {
      double[] more = logs.clone();
      double[] less = logs.clone();
      more[each] += h;
      less[each] -= h;
      double difference = (evidence.at(more).value() - evidence.at(less).value()) / (2 * h);
      assertThat(tangent.slope(each)).isCloseTo(difference, within(1e-7));
    }
  }

  /** Values that change along one dimension alone, far more slowly than they could. */
  @Test
  void theFitTellsWhatMattersAndThatThereIsNoNoise() {
    SplittableRandom random = new SplittableRandom(8);
    List<double[]> points = new ArrayList<>();
    double[] values = new double[30];
    for (int each = 0; each < values.length; each++) {
      points.add(SPACE.snap(SPACE.random(random)));
      values[each] = 1.4 * Math.sin(6 * points.get(each)[0]);
    }

    Scales scales = Fit.of(new Metric(SPACE), points, values);
    assertThat(scales.inverseSquare(0)).isGreaterThan(50 * scales.inverseSquare(1));
    assertThat(scales.inverseSquare(0)).isGreaterThan(50 * scales.inverseSquare(2));
    assertThat(scales.noise()).isLessThan(1e-4);
  }

  @Test
  void theFitTellsNoise() {
    SplittableRandom random = new SplittableRandom(9);
    List<double[]> points = new ArrayList<>();
    double[] values = new double[60];
    for (int each = 0; each < values.length; each++) {
      points.add(SPACE.snap(SPACE.random(random)));
      values[each] = 1.2 * Math.sin(6 * points.get(each)[0]) + 0.3 * Normal.draw(random);
    }

    Scales scales = Fit.of(new Metric(SPACE), points, values);
    assertThat(Math.sqrt(scales.noise())).isBetween(0.2, 0.4);
  }

  /** With places that were not read. */
  private static Evidence evidence(int count) {
    SplittableRandom random = new SplittableRandom(2);
    List<double[]> points = new ArrayList<>();
    double[] values = new double[count];
    for (int each = 0; each < count; each++) {
      double[] point = SPACE.snap(SPACE.random(random));
      if (each % 4 == 0) {
        point[1] = Double.NaN;
        point[2] = Double.NaN;
      }
      points.add(point);
      values[each] = Normal.draw(random);
    }
    return new Evidence(new Metric(SPACE), points, values);
  }
}
