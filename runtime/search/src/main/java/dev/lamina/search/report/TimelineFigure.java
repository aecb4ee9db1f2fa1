package dev.lamina.search.report;

import dev.lamina.training.listener.report.Figures;
import dev.lamina.training.listener.report.Html;
import dev.lamina.training.listener.report.Scale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When trials ran, those that ran side by side below each other. */
record TimelineFigure(ReportContent content) {

  private static final double WIDTH = 1140;
  private static final double LEFT = 20;
  private static final double RIGHT = 56;
  private static final double LANE = 26;
  private static final double TOP = 6;
  private static final double BOTTOM = 34;
  private static final double MILLISECONDS = 1e3;

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
    Instant start = ended.get(0).record().started();
    double last = ended.stream().mapToDouble(each -> end(each, start)).max().orElse(0);
    Scale scale = Scale.linear(new double[] {0, Math.max(1e-3, last)});
    List<Double> lanes = new ArrayList<>();
    List<Html> bars = new ArrayList<>();
    for (ReportTrial trial : ended) {
      double from = seconds(start, trial.record().started());
      int lane = free(lanes, from);
      lanes.set(lane, end(trial, start));
      bars.add(bar(trial, scale, lane, from, end(trial, start)));
    }
    double height = TOP + lanes.size() * LANE + BOTTOM;
    Html drawing = axis(scale, height).and(Html.all(bars));
    return new Figure(
            "timeline",
            "When trials ran",
            lanes.size() + " trials side by side, in " + Figures.time(last) + ".",
            "complete",
            "complete",
            "pruned",
            "pruned",
            "failed",
            "failed",
            "best",
            "best")
        .wide(drawing, WIDTH, height);
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
    return LEFT + scale.place(seconds) * (WIDTH - LEFT - RIGHT);
  }

  private static double end(ReportTrial trial, Instant start) {
    return seconds(start, trial.record().ended().orElseThrow());
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / MILLISECONDS;
  }
}
