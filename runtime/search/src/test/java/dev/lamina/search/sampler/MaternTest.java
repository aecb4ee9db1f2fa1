package dev.lamina.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MaternTest {

  @Test
  void atOneItIsThisAndAtZeroOne() {
    Matern kernel = new Matern(new double[] {0, 1, 4});

    assertThat(kernel.value(0)).isOne();
    assertThat(kernel.value(1)).isCloseTo(0.52399411, within(1e-8));
    double two = (1 + 2 * Math.sqrt(5) + 20.0 / 3) * Math.exp(-2 * Math.sqrt(5));
    assertThat(kernel.value(2)).isCloseTo(two, within(1e-15));
  }

  @Test
  void itsSlopeIsTheDerivativeByHalfTheSquare() {
    double h = 1e-5;
    for (double square : new double[] {0.01, 0.3, 1, 9}) {
      Matern kernel = new Matern(new double[] {square - h, square, square + h});
      double difference = (kernel.value(0) - kernel.value(2)) / h;
      assertThat(kernel.slope(1)).isCloseTo(difference, within(1e-7));
    }
  }
}
