package dev.lamina.inference.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExponentialTest {

  @Test
  void valuesAreThoseOfTheJdkToTwoUnitsInTheLastPlace() {
    Random random = new Random(1);

    for (double x : random.doubles(100_000, -750, 750).toArray()) {
      assertNear(x);
      assertNear(x / 100);
      assertNear(x / 1e6);
    }
  }

  @Test
  void farAndSpecialValuesAreThoseOfTheJdk() {
    double[] points = {
      0,
      -0.0,
      1,
      -1,
      699.999,
      -699.999,
      700,
      -700,
      709.78,
      710,
      -745,
      -746,
      1e300,
      -1e300,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NaN,
      Double.MIN_VALUE
    };

    for (double x : points) {
      assertNear(x);
    }
    assertThat(Exponential.of(0)).isEqualTo(1);
    assertThat(Exponential.of(-0.0)).isEqualTo(1);
  }

  /** Half ways between multiples of ln 2, where the rest is largest. */
  @Test
  void valuesWhereTheSeriesIsWorstAreNear() {
    for (int k = -1000; k < 1000; k++) {
      double middle = (k + 0.5) * Math.log(2);
      assertNear(middle);
      assertNear(Math.nextUp(middle));
      assertNear(Math.nextDown(middle));
    }
  }

  private static void assertNear(double x) {
    double expected = StrictMath.exp(x);
    if (Double.isFinite(expected)) {
      assertThat(Exponential.of(x))
          .as("e^%s", x)
          .isCloseTo(expected, within(2 * Math.ulp(expected)));
    } else {
      assertThat((Double) Exponential.of(x)).as("e^%s", x).isEqualTo((Double) expected);
    }
  }
}
