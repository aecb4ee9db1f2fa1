package dev.lamina.search.report;

import dev.lamina.dsl.search.Param;
import dev.lamina.training.listener.report.Figures;
import dev.lamina.training.listener.report.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All trials as a table. */
record Listing(ReportContent content) {

  Html html() {
    List<Html> rows = new ArrayList<>();
    Stream<String> head =
        Stream.of(
                Stream.of("trial", "state"),
                content.objectives().stream(),
                content.params().stream().map(Param::name),
                Stream.of("steps", "seconds"))
            .flatMap(each -> each);
    rows.add(Html.element("tr", Html.all(head.map(name -> Html.element("th", name)).toList())));
    content.trials().forEach(trial -> rows.add(row(trial)));
    Html table = Html.element("table", Html.all(rows), "class", "figures listing");
    Html shown = Html.element("div", table, "class", "scrolled", "tabindex", "0");
    Html summary = Html.element("summary", "All " + content.trials().size() + " trials");
    return Html.element("details", summary.and(shown), "class", "card", "id", "values");
  }

  private Html row(ReportTrial trial) {
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(trial.number()));
    cells.add(content.isBest(trial) ? "best" : trial.kind());
    for (int each = 0; each < content.objectives().size(); each++) {
      boolean hasValue = !trial.record().values().isEmpty();
      cells.add(hasValue ? Figures.of(trial.value(each)) : "");
    }
    content.params().forEach(param -> cells.add(trial.choice(param)));
    cells.add(String.valueOf(trial.reports().size()));
    cells.add(trial.seconds().map(Figures::of).orElse(""));
    Html row = Html.all(cells.stream().map(cell -> Html.element("td", cell)).toList());
    String kind = content.isBest(trial) ? "best" : trial.kind();
    return Html.element("tr", row, "class", kind, "title", trial.summary());
  }
}
