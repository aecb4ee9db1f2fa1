package dev.lamina.search.report;

import dev.lamina.dsl.search.Param;
import dev.lamina.search.trial.TrialState;
import dev.lamina.training.listener.report.Figures;
import dev.lamina.training.listener.report.Html;
import java.util.ArrayList;
import java.util.List;

/** The best trial and how many there are, in large figures. */
record Tiles(ReportContent content) {

  Html html() {
    List<Html> tiles = new ArrayList<>();
    List<ReportTrial> best = content.trials().stream().filter(content::isBest).toList();
    if (best.size() == 1) {
      for (int each = 0; each < content.objectives().size(); each++) {
        tiles.add(tile(content.objectives().get(each), Figures.of(best.get(0).value(each))));
      }
      tiles.add(tile("best trial", String.valueOf(best.get(0).number())));
    } else if (best.size() > 1) {
      tiles.add(tile("on the Pareto front", String.valueOf(best.size())));
    }
    tiles.add(tile("trials", String.valueOf(content.trials().size())));
    for (TrialState state : List.of(TrialState.PRUNED, TrialState.FAILED)) {
      int count = content.trials(state).size();
      if (count > 0) {
        tiles.add(tile(state == TrialState.PRUNED ? "pruned" : "failed", String.valueOf(count)));
      }
    }
    long reports = content.trials().stream().mapToLong(each -> each.reports().size()).sum();
    if (reports > 0) {
      tiles.add(tile("epochs of all trials", Figures.of(reports)));
    }
    double seconds =
        content.trials().stream().mapToDouble(each -> each.seconds().orElse(0.0)).sum();
    tiles.add(tile("time of all trials", Figures.time(seconds)));
    Html html = Html.element("dl", Html.all(tiles), "class", "tiles");
    return best.size() == 1 ? html.and(choices(best.get(0))) : html;
  }

  private Html choices(ReportTrial best) {
    List<String> choices = new ArrayList<>();
    for (Param<?> param : content.params()) {
      if (!best.choice(param).isEmpty()) {
        choices.add(param.name() + " " + best.choice(param));
      }
    }
    String text = "The best trial tried " + String.join(", ", choices) + ".";
    return Html.element("p", text, "class", "note");
  }

  private static Html tile(String name, String value) {
    return Html.element("div", Html.element("dt", name).and(Html.element("dd", value)));
  }
}
