package dev.lamina.search.report;

import dev.lamina.training.listener.report.Figures;
import dev.lamina.training.listener.report.Html;
import dev.lamina.training.listener.report.Scale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When trials ran, those that ran side by side below each other, without long pauses. */
record TimelineFigure(ReportContent content) {

  private static final double LEFT = 20;
  private static final double RIGHT = 56;
  private static final double LANE = 26;
  private static final double TOP = 6;
  private static final double BOTTOM = 34;

  /** The figure, if trials have ended. */
  Optional<Html> html() {
    List<ReportTrial> ended =
        content.trials().stream()
            .filter(each -> each.record().ended().isPresent())
            .sorted(Comparator.comparing(each -> each.record().started()))
            .toList();
    return ended.isEmpty() ? Optional.empty() : Optional.of(drawn(ended));
  }

  private Html drawn(List<ReportTrial> ended) {
    WorkingTime time = WorkingTime.of(ended);
    double last = ended.stream().mapToDouble(each -> end(each, time)).max().orElse(0);
    Scale scale = Scale.linear(new double[] {0, Math.max(1e-3, last)});
    List<Double> lanes = new ArrayList<>();
    List<Html> bars = new ArrayList<>();
    for (ReportTrial trial : ended) {
      double from = time.until(trial.record().started());
      int lane = free(lanes, from);
      lanes.set(lane, end(trial, time));
      bars.add(bar(trial, scale, lane, from, end(trial, time)));
    }
    double height = TOP + lanes.size() * LANE + BOTTOM;
    Html drawing = axis(scale, height).and(Html.all(bars)).and(pauses(time, scale, height));
    String work = lanes.size() + " trials side by side, in " + Figures.time(last);
    String left = time.pauses().isEmpty() ? "" : ", without " + Figures.time(time.paused());
    String said = work + left + (left.isEmpty() ? "." : " of pauses.");
    return new Figure("timeline", "When trials ran", said, keys(time))
        .wide(drawing, Figure.WIDE, height);
  }

  private static List<String> keys(WorkingTime time) {
    List<String> keys = new ArrayList<>();
    for (String kind : List.of("complete", "pruned", "failed", "best")) {
      keys.addAll(List.of(kind, kind));
    }
    if (!time.pauses().isEmpty()) {
      keys.addAll(List.of("pause", "a pause, left out"));
    }
    return keys;
  }

  /** A dashed line where time was left out. */
  private static Html pauses(WorkingTime time, Scale scale, double height) {
    List<Html> lines = new ArrayList<>();
    for (WorkingTime.Pause pause : time.pauses()) {
      String at = Frame.px(across(scale, time.until(pause)));
      lines.add(
          Html.element(
              "line",
              Html.element("title", "a pause of " + Figures.time(pause.seconds())),
              "class",
              "pause",
              "x1",
              at,
              "x2",
              at,
              "y1",
              "0",
              "y2",
              Frame.px(height - BOTTOM + 6)));
    }
    return Html.all(lines);
  }

  /** The first lane that is free then; another one if there is none. */
  private static int free(List<Double> lanes, double from) {
    for (int lane = 0; lane < lanes.size(); lane++) {
      if (lanes.get(lane) <= from) {
        return lane;
      }
    }
    lanes.add(0.0);
    return lanes.size() - 1;
  }

  private Html bar(ReportTrial trial, Scale scale, int lane, double from, double to) {
    double left = across(scale, from);
    String kind = content.isBest(trial) ? "best" : trial.kind();
    return Html.element(
        "rect",
        Html.element("title", trial.summary() + ", " + Figures.time(to - from)),
        "class",
        "span " + kind,
        "x",
        Frame.px(left),
        "y",
        Frame.px(TOP + lane * LANE),
        "width",
        Frame.px(Math.max(1, across(scale, to) - left - 1)),
        "height",
        Frame.px(LANE - 6),
        "rx",
        "3");
  }

  private static Html axis(Scale scale, double height) {
    List<Html> parts = new ArrayList<>();
    for (double mark : scale.marks()) {
      String at = Frame.px(across(scale, mark));
      parts.add(
          Html.empty(
              "line",
              "class",
              "grid",
              "x1",
              at,
              "x2",
              at,
              "y1",
              Frame.px(TOP),
              "y2",
              Frame.px(height - BOTTOM)));
      String label = mark == 0 ? "0 s" : Figures.time(mark);
      parts.add(
          Html.element("text", label, "class", "x", "x", at, "y", Frame.px(height - BOTTOM + 20)));
    }
    return Html.all(parts);
  }

  private static double across(Scale scale, double seconds) {
    return LEFT + scale.place(seconds) * (Figure.WIDE - LEFT - RIGHT);
  }

  private static double end(ReportTrial trial, WorkingTime time) {
    return time.until(trial.record().ended().orElseThrow());
  }
}
