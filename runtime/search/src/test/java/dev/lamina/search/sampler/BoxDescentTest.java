package dev.lamina.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoxDescentTest {

  @Test
  void aBentValleyIsFollowedToItsEnd() {
    BoxDescent descent =
        new BoxDescent(BoxDescentTest::valley, all(-5), all(5), new double[] {-1.2, 1})
            .walk(200, 0, 1);

    assertThat(descent.point()).containsExactly(new double[] {1, 1}, within(1e-6));
    assertThat(descent.value()).isCloseTo(0, within(1e-12));
  }

  /** The least value for {@code x <= 0.5} is at (0.5, 0.25). */
  @Test
  void atABoundItGoesOnAlongIt() {
    BoxDescent descent =
        new BoxDescent(
                BoxDescentTest::valley, all(-2), new double[] {0.5, 2}, new double[] {-1.2, 1})
            .walk(200, 0, 1);

    assertThat(descent.point()).containsExactly(new double[] {0.5, 0.25}, within(1e-6));
  }

  @Test
  void inACornerItStays() {
    Smooth slope = point -> new Tangent(point[0] + point[1], new double[] {1, 1});

    BoxDescent descent = new BoxDescent(slope, all(0), all(1), all(0.7)).walk(50, 0, 10);
    assertThat(descent.point()).containsExactly(0, 0);
  }

  @Test
  void withoutADimensionThereIsNowhereToGo() {
    Smooth constant = point -> new Tangent(3, new double[0]);
    double[] none = {};

    assertThat(new BoxDescent(constant, none, none, none).walk(5, 0, 1).value()).isEqualTo(3);
  }

  private static Tangent valley(double[] at) {
    double bend = at[1] - at[0] * at[0];
    double value = 100 * bend * bend + (1 - at[0]) * (1 - at[0]);
    double[] gradient = {-400 * bend * at[0] - 2 * (1 - at[0]), 200 * bend};
    return new Tangent(value, gradient);
  }

  private static double[] all(double value) {
    return new double[] {value, value};
  }
}
