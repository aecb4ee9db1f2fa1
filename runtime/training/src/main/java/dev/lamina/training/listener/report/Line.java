package dev.lamina.training.listener.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * A curve in the coordinates of a drawing.
 *
 * @param curve the curve
 * @param across where an epoch lies
 * @param scale the scale of the numbers
 * @param down where a place on the scale lies
 */
record Line(Curve curve, DoubleUnaryOperator across, Scale scale, DoubleUnaryOperator down) {

  /** A line through what can be shown, which breaks where something cannot, and a last dot. */
  Html html(String color) {
    StringBuilder path = new StringBuilder();
    List<String> read = new ArrayList<>();
    boolean drawing = false;
    Html dot = Html.nothing();
    for (int point : curve.points()) {
      double value = curve.ys()[point];
      if (!scale.shows(value)) {
        drawing = false;
        continue;
      }
      String x = Chart.px(across.applyAsDouble(curve.xs()[point]));
      String y = Chart.px(down.applyAsDouble(scale.place(value)));
      path.append(drawing ? 'L' : 'M').append(x).append(' ').append(y);
      read.add(x + "," + y + "," + epoch(point) + "," + Figures.of(value));
      dot = Html.empty("circle", "class", "end " + color, "cx", x, "cy", y, "r", "3");
      drawing = true;
    }
    return Html.empty(
            "path",
            "class",
            "line " + color,
            "d",
            path.toString(),
            "data-name",
            curve.name(),
            "data-points",
            String.join(";", read))
        .and(dot);
  }

  private String epoch(int point) {
    double x = curve.xs()[point];
    return x == Math.rint(x) ? String.valueOf((long) x) : String.format(Locale.ROOT, "%.2f", x);
  }
}
