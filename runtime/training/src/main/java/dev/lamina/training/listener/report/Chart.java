package dev.lamina.training.listener.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
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
  private static final double LEFT = 62;
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
    y.marks().forEach(mark -> parts.add(horizontal(y, mark)));
    for (int i = 0; i < x.marks().size(); i++) {
      parts.add(label(x, x.marks().get(i), i % 2 == 0 ? "x" : "x odd"));
    }
    String middle = px((LEFT + WIDTH - RIGHT) / 2);
    parts.add(Html.element("text", "epoch", "class", "x", "x", middle, "y", px(HEIGHT - 6)));
    marked.ifPresent(epoch -> parts.add(mark(x, epoch)));
    for (int i = 0; i < curves.size(); i++) {
      parts.add(new Line(curves.get(i), place -> across(x, place), y, this::down).html(color(i)));
    }
    return Html.element("g", Html.all(parts), "class", kind);
  }

  private Html horizontal(Scale y, double value) {
    String at = px(down(y.place(value)));
    return Html.empty(
            "line", "class", "grid", "x1", px(LEFT), "x2", px(WIDTH - RIGHT), "y1", at, "y2", at)
        .and(
            Html.element(
                "text",
                Figures.of(value),
                "class",
                "y",
                "x",
                px(LEFT - 8),
                "y",
                at,
                "dy",
                ".35em"));
  }

  private Html label(Scale x, double value, String kind) {
    return Html.element(
        "text",
        Figures.of(value),
        "class",
        kind,
        "x",
        px(across(x, value)),
        "y",
        px(HEIGHT - BOTTOM + 22));
  }

  private Html mark(Scale x, int epoch) {
    String at = px(across(x, epoch));
    String side = x.place(epoch) > 0.8 ? "before" : "after";
    return Html.empty(
            "line", "class", "best", "x1", at, "x2", at, "y1", px(TOP), "y2", px(HEIGHT - BOTTOM))
        .and(
            Html.element(
                "text",
                "best",
                "class",
                "best " + side,
                "x",
                px(across(x, epoch) + (side.equals("before") ? -6 : 6)),
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

  private static double across(Scale x, double value) {
    return LEFT + x.place(value) * (WIDTH - LEFT - RIGHT);
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
