package dev.lamina.search.report;

import dev.lamina.training.listener.report.Html;
import java.util.ArrayList;
import java.util.List;

/** Complete trials by two objectives, the Pareto front among them. */
record FrontFigure(ReportContent content, int first, int second) {

  /** A figure for each two objectives. */
  static List<Html> all(ReportContent content) {
    List<Html> figures = new ArrayList<>();
    for (int first = 0; first < content.objectives().size(); first++) {
      for (int second = first + 1; second < content.objectives().size(); second++) {
        figures.add(new FrontFigure(content, first, second).html());
      }
    }
    return figures;
  }

  private Html html() {
    String across = content.objectives().get(first);
    String up = content.objectives().get(second);
    Frame frame =
        new Frame(
            Ruler.of(across, values(first), content.isMinimized(first)),
            Ruler.of(up, values(second), content.isMinimized(second)));
    List<Html> parts = new ArrayList<>(List.of(frame.axes()));
    for (ReportTrial trial : content.complete()) {
      String kind = content.isBest(trial) ? "best" : "complete";
      parts.add(frame.point(trial.value(first), trial.value(second), kind, trial.summary()));
    }
    return new Figure(
            "front-" + first + "-" + second,
            up + " (upwards, " + way(second) + ") by " + across + " (" + way(first) + ")",
            content.best().size() + " trials on the Pareto front.",
            "best",
            "Pareto front",
            "complete",
            "others")
        .html(Html.all(parts));
  }

  private double[] values(int objective) {
    return content.complete().stream().mapToDouble(each -> each.value(objective)).toArray();
  }

  private String way(int objective) {
    return content.isMinimized(objective) ? "less is better" : "more is better";
  }
}
