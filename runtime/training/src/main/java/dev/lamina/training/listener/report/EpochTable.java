package dev.lamina.training.listener.report;

import dev.lamina.dsl.metric.Monitor;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was measured, as a table; of many epochs only each so many.
 *
 * @param history what was measured, in one epoch at least
 */
record EpochTable(History history) {

  private static final int MOST_ROWS = 200;

  Html html() {
    List<Epoch> epochs = history.epochs();
    List<Monitor> monitors = List.copyOf(epochs.get(0).values().keySet());
    int every = (epochs.size() + MOST_ROWS - 1) / MOST_ROWS;
    List<Html> rows = new ArrayList<>();
    Stream<String> names = monitors.stream().map(Monitor::name);
    rows.add(row("th", Stream.concat(Stream.of("epoch"), names), "learning rate", "seconds"));
    for (int i = 0; i < epochs.size(); i++) {
      if (i % every == 0 || i == epochs.size() - 1) {
        rows.add(row(epochs.get(i), monitors));
      }
    }
    String note = every == 1 ? "all epochs" : "every " + every + "th epoch, and the last";
    Html table = Html.element("table", Html.all(rows), "class", "figures");
    Html summary = Html.element("summary", "Values (" + note + ")");
    Html shown = Html.element("div", table, "class", "scrolled", "tabindex", "0");
    return Html.element("details", summary.and(shown), "class", "card", "id", "values");
  }

  private static Html row(Epoch epoch, List<Monitor> monitors) {
    Stream<String> values = monitors.stream().map(monitor -> Figures.of(epoch.value(monitor)));
    return row(
        "td",
        Stream.concat(Stream.of(String.valueOf(epoch.number())), values),
        Figures.of(epoch.learningRate()),
        Figures.of(epoch.seconds()));
  }

  private static Html row(String tag, Stream<String> first, String... more) {
    List<Html> cells =
        Stream.concat(first, Stream.of(more)).map(cell -> Html.element(tag, cell)).toList();
    return Html.element("tr", Html.all(cells));
  }
}
