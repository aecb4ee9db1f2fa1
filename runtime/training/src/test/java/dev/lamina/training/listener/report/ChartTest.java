package dev.lamina.training.listener.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ChartTest {

  /** The drawing goes from 62 to 546, and from 256 up to 14. */
  @Test
  void aCurveIsDrawnToScale() {
    String html = html(Chart.Scaling.LINEAR, 0, 0.5, 1);

    assertThat(html).contains("d=\"M62 256L304 135L546 14\"");
    assertThat(html).contains("data-points=\"62,256,1,0;304,135,2,0.5;546,14,3,1\"");
  }

  @Test
  void longLabelsHaveTheirPlace() {
    String html = html(Chart.Scaling.LINEAR, 1.042e10, 1.052e10);

    // Eleven and a half for each of eight letters, and eight more.
    assertThat(html).contains("x=\"92\"").contains(">1.042e10<").contains("d=\"M100 256L546 14\"");
  }

  @Test
  void aRatioIsTheSameDistanceOnALogarithmicScale() {
    String html = html(Chart.Scaling.LINEAR_OR_LOGARITHMIC, 1e-4, 1e-2, 1);

    assertThat(html).contains("d=\"M62 256L304 135L546 14\"");
    assertThat(html).contains("class=\"log-toggle\" id=\"it-log\"/>");
  }

  @Test
  void aCurveBreaksWhereANumberIsMissing() {
    String html = html(Chart.Scaling.LINEAR, 0, Double.NaN, 1, 0, Double.POSITIVE_INFINITY);

    assertThat(html).contains("d=\"M62 256M304 14L425 256\"");
  }

  @Test
  void numbersBelowZeroHaveNoLogarithmicScale() {
    String html = html(Chart.Scaling.LOGARITHMIC_OR_LINEAR, -1, 1);

    assertThat(html).doesNotContain("log-toggle");
  }

  @Test
  void aChartSaysWhatItShows() {
    String html = html(Chart.Scaling.LINEAR, 3, 1, 2);

    assertThat(html)
        .contains("<title id=\"it-title\">a &lt;b&gt; by epoch</title>")
        .contains("<desc id=\"it-desc\">one: 3 at first, 2 at last, least 1 at epoch 2.</desc>")
        .contains("aria-labelledby=\"it-title it-desc\"");
  }

  @Test
  void nothingToDrawIsNoFigure() {
    Chart chart =
        new Chart(
            "it", "loss", List.of(curve(Double.NaN)), OptionalInt.of(1), Chart.Scaling.LINEAR);

    assertThat(chart.figure()).isEmpty();
  }

  private static String html(Chart.Scaling scaling, double... ys) {
    Chart chart = new Chart("it", "a <b>", List.of(curve(ys)), OptionalInt.of(2), scaling);
    return chart.figure().orElseThrow().text();
  }

  private static Curve curve(double... ys) {
    return Curve.ofEpochs("one", 1, ys);
  }
}
