package dev.lamina.training.listener.report;

import dev.lamina.dsl.layer.ParameterCount;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.training.evaluation.ConfusionMatrix;
import dev.lamina.training.history.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A training report as one page, with its style and its script in it; it asks nothing of the
 * network, and says so to the browser.
 *
 * @param content what it is about
 */
public record Page(ReportContent content) {

  /** The source of the page. */
  public String html() {
    String title = content.network().name() + ": training report";
    String script = Sheet.read(Page.class, "report.js");
    return new Sheet(title, Html.all(parts())).html("", script);
  }

  private List<Html> parts() {
    List<Html> parts = new ArrayList<>();
    parts.add(header());
    if (content.history().size() > 0) {
      parts.add(tiles());
      parts.add(grid("Curves", new HistoryCharts(content.history(), content.best()).figures()));
    }
    parts.add(grid("Layers", new LayerCharts(content.layers()).figures()));
    content
        .confusion()
        .ifPresent(matrix -> parts.add(grid("Classes of the validation data", classes(matrix))));
    parts.add(new Description(content).network());
    parts.add(new Description(content).provenance());
    if (content.history().size() > 0) {
      parts.add(new EpochTable(content.history()).html());
    }
    return parts;
  }

  private static List<Html> classes(ConfusionMatrix matrix) {
    return new ConfusionTable(matrix).parts();
  }

  private Html header() {
    Html name = Html.element("h1", content.network().name());
    Html kind = Html.element("p", "Training report", "class", "kind");
    String word = content.status().word();
    Html badge = Html.element("span", word, "class", "badge " + word);
    Html status = Html.element("p", badge.and(Html.text(content.status().sentence())));
    return Html.element("header", kind.and(name).and(status));
  }

  private Html tiles() {
    List<Html> tiles = new ArrayList<>();
    Epoch shown = shownEpoch();
    for (Map.Entry<Monitor, Double> each : shown.values().entrySet()) {
      tiles.add(tile(each.getKey().name().replace('_', ' '), Figures.of(each.getValue())));
    }
    tiles.add(tile("epochs", String.valueOf(content.history().size())));
    double seconds = content.history().epochs().stream().mapToDouble(Epoch::seconds).sum();
    tiles.add(tile("time", Figures.time(seconds)));
    ParameterCount parameters = content.network().outline().parameters();
    tiles.add(tile("parameters", Figures.of(parameters.total())));
    String when =
        content.best().isPresent()
            ? "Measured in epoch %d, whose weights the model has.".formatted(shown.number())
            : "Measured in epoch %d, the last.".formatted(shown.number());
    return Html.element("dl", Html.all(tiles), "class", "tiles")
        .and(Html.element("p", when, "class", "note"));
  }

  private Epoch shownEpoch() {
    List<Epoch> epochs = content.history().epochs();
    return epochs.stream()
        .filter(epoch -> content.best().isPresent())
        .filter(epoch -> epoch.number() == content.best().getAsInt())
        .findFirst()
        .orElse(epochs.get(epochs.size() - 1));
  }

  private static Html tile(String name, String value) {
    return Html.element("div", Html.element("dt", name).and(Html.element("dd", value)));
  }

  private static Html grid(String title, List<Html> cards) {
    if (cards.isEmpty()) {
      return Html.nothing();
    }
    Html grid = Html.element("div", Html.all(cards), "class", "grid");
    return Html.element("section", Html.element("h2", title).and(grid));
  }
}
