package dev.lamina.search.report;

import dev.lamina.training.listener.report.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The axes of a chart, and where its numbers are on the screen.
 *
 * @param x the axis from left to right
 * @param y the axis from the bottom up
 */
record Frame(Ruler x, Ruler y) {

  static final double WIDTH = 560;
  static final double HEIGHT = 306;
  private static final double LEFT = 62;

  /** How wide a letter is where the chart is small and its text therefore large. */
  private static final double LETTER = 10.5;

  /** More labels than these have no room where the chart is small. */
  private static final int MOST_ON_PHONES = 3;

  private static final double GAP = 8;
  private static final double RIGHT = 16;
  private static final double TOP = 16;
  private static final double BOTTOM = 50;

  double across(double value) {
    return left() + x.place(value) * (WIDTH - left() - RIGHT);
  }

  double down(double value) {
    return HEIGHT - BOTTOM - y.place(value) * (HEIGHT - TOP - BOTTOM);
  }

  /** Grid, labels and the name of the axis below. */
  Html axes() {
    List<Html> parts = new ArrayList<>();
    double right = WIDTH - RIGHT;
    for (Ruler.Mark mark : y.marks()) {
      String at = px(HEIGHT - BOTTOM - mark.place() * (HEIGHT - TOP - BOTTOM));
      parts.add(
          Html.empty(
              "line", "class", "grid", "x1", px(left()), "x2", px(right), "y1", at, "y2", at));
      parts.add(
          Html.element(
              "text", mark.label(), "class", "y", "x", px(left() - GAP), "y", at, "dy", ".35em"));
    }
    for (int each = 0; each < x.marks().size(); each++) {
      Ruler.Mark mark = x.marks().get(each);
      String at = px(Math.min(left() + mark.place() * (right - left()), rightmost(mark)));
      String kind = each % 2 == 1 && x.marks().size() > MOST_ON_PHONES ? "x odd" : "x";
      String below = px(HEIGHT - BOTTOM + 22);
      parts.add(Html.element("text", mark.label(), "class", kind, "x", at, "y", below));
    }
    String middle = px((left() + right) / 2);
    parts.add(Html.element("text", x.name(), "class", "x axis", "x", middle, "y", px(HEIGHT - 6)));
    return Html.all(parts);
  }

  /** The place where a chart has a point for this, marked as its state is. */
  Html point(double across, double down, String kind, String said) {
    Html title = Html.element("title", said);
    return Html.element(
        "circle",
        title,
        "class",
        "point " + kind,
        "cx",
        px(across(across)),
        "cy",
        px(down(down)),
        "r",
        "4");
  }

  static String px(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** Where the middle of a label may be, so that its last letter is in the picture. */
  private static double rightmost(Ruler.Mark mark) {
    return WIDTH - mark.label().length() * LETTER / 2;
  }

  private double left() {
    int longest = y.marks().stream().mapToInt(mark -> mark.label().length()).max().orElse(0);
    return Math.max(LEFT, GAP + longest * LETTER);
  }
}
