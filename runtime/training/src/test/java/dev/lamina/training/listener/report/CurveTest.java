package dev.lamina.training.listener.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveTest {

  @Test
  void allPointsOfAShortCurveAreDrawn() {
    Curve curve = Curve.ofEpochs("loss", 1, new double[] {3, 1, 2});

    assertThat(curve.points()).containsExactly(0, 1, 2);
    assertThat(curve.xs()).containsExactly(1, 2, 3);
    assertThat(curve.description()).isEqualTo("loss: 3 at first, 2 at last, least 1 at epoch 2.");
  }

  @Test
  void ofALongCurvePeaksAndEndsAreKept() {
    double[] ys = IntStream.range(0, 10_000).mapToDouble(i -> Math.sin(i / 100.0)).toArray();
    ys[4321] = 99;
    ys[7654] = -99;
    ys[5000] = Double.NaN;

    List<Integer> points = Curve.ofEpochs("loss", 1, ys).points();

    assertThat(points).contains(0, 4321, 7654, 9999).isSorted().doesNotHaveDuplicates();
    assertThat(points).hasSizeBetween(300, 1200);
  }

  @Test
  void aCurveWithoutAnyFiniteNumberIsNone() {
    double[] ys = DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY).toArray();

    assertThat(Curve.ofEpochs("loss", 1, ys).hasNumbers()).isFalse();
  }
}
