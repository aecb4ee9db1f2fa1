package dev.lamina.search.report;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.search.trial.TrialState;
import dev.lamina.training.listener.report.Figures;
import dev.lamina.training.listener.report.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The values of all trials by their numbers, and the best so far. */
record HistoryFigure(ReportContent content, int objective) {

  Html html() {
    String name = content.objectives().get(objective);
    Frame frame =
        new Frame(
            Ruler.counted("trial", 0, content.trials().size() - 1),
            Ruler.of(name, values(), content.isMinimized(objective)));
    List<Html> parts = new ArrayList<>();
    parts.add(frame.axes());
    parts.add(bestSoFar(frame));
    content.trials(TrialState.FAILED).forEach(trial -> parts.add(failed(frame, trial)));
    Stream.concat(
            content.trials(TrialState.PRUNED).stream().filter(this::isShown),
            content.complete().stream())
        .forEach(trial -> parts.add(point(trial, frame)));
    String title =
        content.objectives().size() == 1 ? "Values of all trials" : name + " of all trials";
    return new Figure(
            "history-" + objective,
            title,
            "Complete trials from " + least() + " to " + most() + ".",
            "complete",
            "complete",
            "pruned",
            "pruned: as reported last",
            "failed",
            "failed",
            "soFar",
            "best so far")
        .html(Html.all(parts));
  }

  private Html point(ReportTrial trial, Frame frame) {
    String kind = content.isBest(trial) ? "best" : trial.kind();
    return frame.point(trial.number(), value(trial), kind, trial.summary());
  }

  private boolean isShown(ReportTrial trial) {
    boolean hasReport = trial.shown().isPresent() && Double.isFinite(trial.shown().getAsDouble());
    return trial.state() == TrialState.COMPLETE || (objective == 0 && hasReport);
  }

  private double value(ReportTrial trial) {
    return trial.state() == TrialState.COMPLETE
        ? trial.value(objective)
        : trial.shown().orElseThrow();
  }

  private double[] values() {
    return content.trials().stream().filter(this::isShown).mapToDouble(this::value).toArray();
  }

  private DoubleStream complete() {
    return content.complete().stream().mapToDouble(each -> each.value(objective));
  }

  private String least() {
    return Figures.of(complete().min().orElse(Double.NaN));
  }

  private String most() {
    return Figures.of(complete().max().orElse(Double.NaN));
  }

  private Html bestSoFar(Frame frame) {
    StringBuilder path = new StringBuilder();
    double best = Double.NaN;
    for (ReportTrial trial : content.trials(TrialState.COMPLETE)) {
      double value = trial.value(objective);
      if (Double.isNaN(best) || isBetter(value, best)) {
        String across = Frame.px(frame.across(trial.number()));
        path.append(path.isEmpty() ? "M" + across + " " : "H" + across + "V");
        path.append(Frame.px(frame.down(value)));
        best = value;
      }
    }
    path.append("H").append(Frame.px(frame.across(content.trials().size() - 1)));
    return Html.empty("path", "class", "line soFar", "d", path.toString());
  }

  private boolean isBetter(double one, double other) {
    return content.study().goals().get(objective) == Goal.MINIMIZE ? one < other : one > other;
  }

  private static Html failed(Frame frame, ReportTrial trial) {
    String at = Frame.px(frame.across(trial.number()));
    return Html.element(
        "path",
        Html.element("title", trial.summary()),
        "class",
        "failed",
        "d",
        "M" + at + " " + Frame.px(Frame.HEIGHT - 50) + "v-10");
  }
}
