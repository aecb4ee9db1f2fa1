package dev.lamina.search.report;

import dev.lamina.training.listener.report.Html;
import java.util.Arrays;
import java.util.List;

/**
 * A chart on a card of its own.
 *
 * @param id its name in the page
 * @param title what is shown
 * @param said what is to be seen, in words
 * @param keys what colours mean: a class and its name, in turn
 */
record Figure(String id, String title, String said, List<String> keys) {

  /** How wide a drawing is that takes a whole row. */
  static final double WIDE = 1140;

  Figure(String id, String title, String said, String... keys) {
    this(id, title, said, Arrays.asList(keys));
  }

  /** The card with a drawing as wide as others. */
  Html html(Html drawing) {
    return card("card", svg(drawing, Frame.WIDTH, Frame.HEIGHT));
  }

  /** The card with a drawing of another height. */
  Html html(Html drawing, double height) {
    return card("card", svg(drawing, Frame.WIDTH, height));
  }

  /**
   * The card with a drawing that takes a whole row, and is scrolled where there is no room. One
   * that is wider than a row is not made smaller, and scrolled everywhere.
   */
  Html wide(Html drawing, double width, double height) {
    Html shown = svg(drawing, width, height);
    Html whole =
        width <= WIDE
            ? shown
            : Html.element("div", shown, "style", "min-width: " + Frame.px(width) + "px");
    return card("card wide", Html.element("div", whole, "class", "scrolled", "tabindex", "0"));
  }

  private Html card(String kind, Html content) {
    Html caption = Html.element("figcaption", head().and(legend()));
    return Html.element("figure", caption.and(content), "class", kind, "id", id);
  }

  private Html head() {
    Html name = Html.element("span", title, "class", "name");
    return Html.element("div", name, "class", "head");
  }

  private Html legend() {
    Html legend = Html.nothing();
    for (int key = 0; key < keys.size(); key += 2) {
      legend = legend.and(Html.element("li", keys.get(key + 1), "class", keys.get(key)));
    }
    return keys.isEmpty() ? legend : Html.element("ul", legend, "class", "legend");
  }

  private Html svg(Html drawing, double width, double height) {
    Html named =
        Html.element("title", title, "id", id + "-title")
            .and(Html.element("desc", said, "id", id + "-desc"));
    return Html.element(
        "svg",
        named.and(drawing),
        "viewBox",
        "0 0 " + Frame.px(width) + " " + Frame.px(height),
        "class",
        "chart",
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc");
  }
}
