package dev.lamina.search.report;

import dev.lamina.search.trial.TrialState;
import dev.lamina.training.listener.report.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What trials reported step by step. */
record CourseFigure(ReportContent content) {

  /** The figure, if trials reported. */
  Optional<Html> html() {
    List<ReportTrial> reported =
        content.trials().stream().filter(each -> !points(each).isEmpty()).toList();
    return reported.isEmpty() ? Optional.empty() : Optional.of(drawn(reported));
  }

  private Html drawn(List<ReportTrial> reported) {
    double[] values =
        reported.stream()
            .flatMap(each -> points(each).stream())
            .mapToDouble(Map.Entry::getValue)
            .toArray();
    int first = reported.stream().mapToInt(each -> each.reports().firstKey()).min().orElse(0);
    int last = reported.stream().mapToInt(each -> each.reports().lastKey()).max().orElse(1);
    Frame frame =
        new Frame(
            Ruler.counted("step", first, last),
            Ruler.of(content.objective(), values, content.isMinimized(0)));
    return new Figure(
            "course",
            content.objective() + " by step, such as the epoch",
            reported.size() + " trials that reported.",
            "complete",
            "complete",
            "pruned",
            "pruned",
            "failed",
            "failed",
            "best",
            "best")
        .html(Html.all(lines(reported, frame)));
  }

  /** The axes, and a line for each: the best ones are drawn last, above the others. */
  private List<Html> lines(List<ReportTrial> reported, Frame frame) {
    List<Html> parts = new ArrayList<>(List.of(frame.axes()));
    Stream.concat(
            reported.stream().filter(each -> !content.isBest(each)),
            reported.stream().filter(content::isBest))
        .forEach(trial -> parts.add(line(trial, frame)));
    return parts;
  }

  private Html line(ReportTrial trial, Frame frame) {
    StringBuilder path = new StringBuilder();
    for (Map.Entry<Integer, Double> point : points(trial)) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(Frame.px(frame.across(point.getKey())))
          .append(' ')
          .append(Frame.px(frame.down(point.getValue())));
    }
    String kind = content.isBest(trial) ? "best" : trial.kind();
    Html line =
        Html.element(
            "path",
            Html.element("title", trial.summary()),
            "class",
            "thread " + kind,
            "d",
            path.toString());
    // One report makes no line.
    boolean hasEnd = trial.state() == TrialState.PRUNED || points(trial).size() == 1;
    return hasEnd ? line.and(end(trial, frame, kind)) : line;
  }

  private static Html end(ReportTrial trial, Frame frame, String kind) {
    List<Map.Entry<Integer, Double>> points = points(trial);
    Map.Entry<Integer, Double> last = points.get(points.size() - 1);
    return frame.point(last.getKey(), last.getValue(), kind, trial.summary());
  }

  /** Of those that can be drawn. */
  private static List<Map.Entry<Integer, Double>> points(ReportTrial trial) {
    return trial.reports().entrySet().stream()
        .filter(each -> Double.isFinite(each.getValue()))
        .toList();
  }
}
