package dev.lamina.search.sampler;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.real;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.search.space.Space;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricTest {

  private static final double ABSENT = Double.NaN;

  private final Metric metric =
      new Metric(Space.of(List.of(real("x", 0, 1), choice("kind", "a", "b", "c"))));

  @Test
  void numbersAreTheirDifferenceApartAndOptionsOne() {
    assertThat(metric.squared(0, 0.9, 0.2)).isCloseTo(0.49, within(1e-15));
    assertThat(metric.squared(1, 0.1, 0.5)).isOne();
    assertThat(metric.squared(1, 0.5, 0.5)).isZero();
  }

  @Test
  void whatWasNotReadIsBesideTheMiddle() {
    assertThat(metric.squared(0, ABSENT, 0.2)).isCloseTo(1.09, within(1e-15));
    assertThat(metric.squared(0, 0.2, ABSENT)).isCloseTo(1.09, within(1e-15));
    assertThat(metric.squared(0, ABSENT, ABSENT)).isZero();
    assertThat(metric.squared(1, ABSENT, 0.5)).isOne();
    assertThat(metric.squared(1, ABSENT, ABSENT)).isZero();
  }

  @Test
  void pairsAreEachPointWithThoseBefore() {
    List<double[]> points =
        List.of(new double[] {0, 0.1}, new double[] {0.5, 0.1}, new double[] {1, 0.9});

    assertThat(metric.pairs(points)[0]).containsExactly(0.25, 1, 0.25);
    assertThat(metric.pairs(points)[1]).containsExactly(0, 1, 1);
  }
}
