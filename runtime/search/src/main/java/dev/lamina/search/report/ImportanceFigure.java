package dev.lamina.search.report;

import dev.lamina.training.listener.report.Figures;
import dev.lamina.training.listener.report.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How much of the variance each parameter explains alone. */
record ImportanceFigure(Map<String, Double> shares) {

  private static final double LEFT = 190;
  private static final double RIGHT = 64;
  private static final double ROW = 34;
  private static final double TOP = 8;
  private static final int LONGEST = 16;

  Html html() {
    List<Html> parts = new ArrayList<>();
    double down = TOP;
    for (Map.Entry<String, Double> each : shares.entrySet()) {
      parts.add(row(each.getKey(), each.getValue(), down));
      down += ROW;
    }
    String said =
        shares.entrySet().stream()
            .map(each -> each.getKey() + " " + percent(each.getValue()))
            .collect(Collectors.joining(", "));
    return new Figure("importance", "Share of the variance that a parameter explains alone", said)
        .html(Html.all(parts), down + TOP);
  }

  private static Html row(String name, double share, double down) {
    double width = share * (Frame.WIDTH - LEFT - RIGHT);
    String label = name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
    Html bar =
        Html.element(
            "rect",
            Html.element("title", name + ": " + Figures.of(share)),
            "class",
            "bar",
            "x",
            Frame.px(LEFT),
            "y",
            Frame.px(down + 7),
            "width",
            Frame.px(Math.max(1, width)),
            "height",
            Frame.px(ROW - 14),
            "rx",
            "3");
    double middle = down + ROW / 2;
    return text(label, "y", LEFT - 10, middle)
        .and(bar)
        .and(text(percent(share), "share", LEFT + width + 8, middle));
  }

  private static Html text(String text, String kind, double across, double down) {
    return Html.element(
        "text", text, "class", kind, "x", Frame.px(across), "y", Frame.px(down), "dy", ".35em");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.1 ? "%.1f %%" : "%.0f %%", 100 * share);
  }
}
