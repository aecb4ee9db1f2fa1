package dev.lamina.training.listener.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Curves over epochs as a figure: drawn here as SVG, so that they are there without scripts; the
 * script of the page only reads values where the pointer is.
 *
 * @param id the name of the figure in the page
 * @param title what is shown
 * @param curves those that have numbers
 * @param marked an epoch to be marked as the best, if one was
 * @param scaling which scales it has
 */
record Chart(String id, String title, List<Curve> curves, OptionalInt marked, Scaling scaling) {

  /** The scales of a chart. */
  enum Scaling {
    /** The usual one. */
    LINEAR,
    /** The usual one at first, and a logarithmic one to choose. */
    LINEAR_OR_LOGARITHMIC,
    /** A logarithmic one at first, and the usual one to choose. */
    LOGARITHMIC_OR_LINEAR
  }

  private static final double WIDTH = 560;
  private static final double HEIGHT = 306;

  /** Of a label that is not long; of others {@link #left} is more. */
  private static final double LEFT = 62;

  /** How wide a digit is where the chart is small and its text therefore large. */
  private static final double DIGIT = 11.5;

  private static final double GAP = 8;
  private static final double RIGHT = 14;
  private static final double TOP = 14;
  private static final double BOTTOM = 50;

  /** Keeps the curves that have numbers. */
  Chart {
    curves = curves.stream().filter(Curve::hasNumbers).toList();
  }

  /** The chart, if there is something to draw. */
  Optional<Html> figure() {
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    Html parts = hasTwoScales() ? toggle() : Html.nothing();
    parts = parts.and(head()).and(drawing());
    parts = parts.and(Html.element("div", "", "class", "tip", "role", "status"));
    return Optional.of(Html.element("figure", parts, "class", "card", "id", id));
  }

  private Html toggle() {
    String name = id + "-log";
    return scaling == Scaling.LOGARITHMIC_OR_LINEAR
        ? Html.empty("input", "type", "checkbox", "class", "log-toggle", "id", name, "checked", "")
        : Html.empty("input", "type", "checkbox", "class", "log-toggle", "id", name);
  }

  private Html head() {
    List<Html> names = new ArrayList<>();
    for (int i = 0; i < curves.size(); i++) {
      names.add(Html.element("li", curves.get(i).name(), "class", color(i)));
    }
    Html head = Html.element("span", title, "class", "name");
    if (hasTwoScales()) {
      head = head.and(Html.element("label", "log", "for", id + "-log"));
    }
    head = Html.element("div", head, "class", "head");
    Html legend = Html.element("ul", Html.all(names), "class", "legend");
    return Html.element("figcaption", head.and(legend));
  }

  private Html drawing() {
    List<String> said = curves.stream().map(Curve::description).toList();
    Html content =
        Html.element("title", title + " by epoch", "id", id + "-title")
            .and(Html.element("desc", String.join(" ", said), "id", id + "-desc"))
            .and(plot(Scale.linear(values()), "linear"));
    if (hasTwoScales()) {
      content = content.and(plot(Scale.logarithmic(values()), "log"));
    }
    return Html.element(
        "svg",
        content.and(cursor()),
        "viewBox",
        "0 0 " + px(WIDTH) + " " + px(HEIGHT),
        "class",
        "chart",
        "role",
        "img",
        "tabindex",
        "0",
        "aria-labelledby",
        id + "-title " + id + "-desc");
  }

  private Html plot(Scale y, String kind) {
    List<Html> parts = new ArrayList<>();
    Scale x = Scale.epochs(firstEpoch(), lastEpoch());
    List<String> labels = Figures.alike(y.marks());
    double left = left(labels);
    for (int i = 0; i < labels.size(); i++) {
      parts.add(horizontal(left, down(y.place(y.marks().get(i))), labels.get(i)));
    }
    for (int i = 0; i < x.marks().size(); i++) {
      double mark = x.marks().get(i);
      parts.add(label(across(left, x, mark), mark, i % 2 == 0 ? "x" : "x odd"));
    }
    String middle = px((left + WIDTH - RIGHT) / 2);
    parts.add(Html.element("text", "epoch", "class", "x", "x", middle, "y", px(HEIGHT - 6)));
    marked.ifPresent(epoch -> parts.add(mark(across(left, x, epoch), x.place(epoch) > 0.8)));
    for (int i = 0; i < curves.size(); i++) {
      DoubleUnaryOperator across = place -> across(left, x, place);
      parts.add(new Line(curves.get(i), across, y, this::down).html(color(i)));
    }
    return Html.element("g", Html.all(parts), "class", kind);
  }

  /** Where the drawing starts: there is room for every label of the axis before it. */
  private static double left(List<String> labels) {
    int longest = labels.stream().mapToInt(String::length).max().orElse(0);
    return Math.max(LEFT, GAP + longest * DIGIT);
  }

  private Html horizontal(double left, double down, String label) {
    String at = px(down);
    return Html.empty(
            "line", "class", "grid", "x1", px(left), "x2", px(WIDTH - RIGHT), "y1", at, "y2", at)
        .and(
            Html.element("text", label, "class", "y", "x", px(left - GAP), "y", at, "dy", ".35em"));
  }

  private Html label(double across, double value, String kind) {
    String at = px(across);
    String down = px(HEIGHT - BOTTOM + 22);
    return Html.element("text", Figures.of(value), "class", kind, "x", at, "y", down);
  }

  private Html mark(double across, boolean isLate) {
    String at = px(across);
    String side = isLate ? "before" : "after";
    return Html.empty(
            "line", "class", "best", "x1", at, "x2", at, "y1", px(TOP), "y2", px(HEIGHT - BOTTOM))
        .and(
            Html.element(
                "text",
                "best",
                "class",
                "best " + side,
                "x",
                px(across + (isLate ? -6 : 6)),
                "y",
                px(TOP + 10)));
  }

  /** What the script moves. */
  private Html cursor() {
    Html line = Html.empty("line", "y1", px(TOP), "y2", px(HEIGHT - BOTTOM));
    return Html.element("g", line, "class", "cursor", "aria-hidden", "true");
  }

  private boolean hasTwoScales() {
    return scaling != Scaling.LINEAR
        && DoubleStream.of(values()).filter(Double::isFinite).allMatch(each -> each >= 0)
        && DoubleStream.of(values()).anyMatch(each -> each > 0);
  }

  private double[] values() {
    return curves.stream().flatMapToDouble(curve -> DoubleStream.of(curve.ys())).toArray();
  }

  private double firstEpoch() {
    return Math.floor(curves.stream().mapToDouble(curve -> curve.xs()[0]).min().orElse(1));
  }

  private double lastEpoch() {
    return curves.stream().mapToDouble(each -> each.xs()[each.xs().length - 1]).max().orElse(1);
  }

  private static double across(double left, Scale x, double value) {
    return left + x.place(value) * (WIDTH - left - RIGHT);
  }

  private double down(double place) {
    return HEIGHT - BOTTOM - place * (HEIGHT - TOP - BOTTOM);
  }

  /** Eight colours, and then the same with dashes. */
  private String color(int number) {
    return "c" + number % 8 + (number < 8 ? "" : " again");
  }

  static String px(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
