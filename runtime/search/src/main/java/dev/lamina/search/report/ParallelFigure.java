package dev.lamina.search.report;

import dev.lamina.dsl.search.Param;
import dev.lamina.training.listener.report.Html;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** Each complete trial as a line through its values of all parameters. */
record ParallelFigure(ReportContent content) {

  /** How wide a letter is. */
  private static final double LETTER = 10;

  private static final int LONGEST_NAME = 16;
  private static final double HEIGHT = 330;
  private static final double LEFT = 70;
  private static final double RIGHT = 110;
  private static final double TOP = 40;
  private static final double BOTTOM = 20;

  Html html() {
    List<Ruler> axes = new ArrayList<>();
    double[] values = content.complete().stream().mapToDouble(each -> each.value(0)).toArray();
    axes.add(Ruler.of(content.objective(), values, content.isMinimized(0)));
    content.params().forEach(param -> axes.add(Ruler.of(param)));
    double apart = apart(axes);
    List<Html> parts = new ArrayList<>();
    Levels levels = Levels.ofRanks(content.complete().stream().mapToDouble(this::loss).toArray());
    content.complete().stream()
        .sorted(Comparator.comparingDouble(this::loss).reversed())
        .forEach(trial -> parts.add(line(trial, axes, apart, levels)));
    for (int axis = 0; axis < axes.size(); axis++) {
      parts.add(axis(axes.get(axis), across(axis, apart)));
    }
    return new Figure(
            "parallel",
            "All choices of each complete trial",
            "Lines from axis to axis, one for each complete trial.",
            "level8",
            "better",
            "level0",
            "worse",
            "best",
            "best")
        .wide(Html.all(parts), across(axes.size() - 1, apart) + RIGHT, HEIGHT);
  }

  private double loss(ReportTrial trial) {
    return content.isMinimized(0) ? trial.value(0) : -trial.value(0);
  }

  /** Broken where the trial did not read a parameter. */
  private Html line(ReportTrial trial, List<Ruler> axes, double apart, Levels levels) {
    StringBuilder path = new StringBuilder();
    boolean isOpen = false;
    for (int axis = 0; axis < axes.size(); axis++) {
      OptionalDouble place = place(trial, axes, axis);
      if (place.isPresent()) {
        String to = Frame.px(across(axis, apart)) + " " + Frame.px(down(place.getAsDouble()));
        path.append(isOpen ? "L" : "M").append(to);
      }
      isOpen = place.isPresent();
    }
    String kind = content.isBest(trial) ? "best" : "level" + levels.of(loss(trial));
    return Html.element(
        "path",
        Html.element("title", trial.summary()),
        "class",
        "thread " + kind,
        "d",
        path.toString());
  }

  private OptionalDouble place(ReportTrial trial, List<Ruler> axes, int axis) {
    if (axis == 0) {
      return OptionalDouble.of(axes.get(0).place(trial.value(0)));
    }
    Param<?> param = content.params().get(axis - 1);
    return trial.place(param);
  }

  private static Html axis(Ruler ruler, double across) {
    String at = Frame.px(across);
    List<Html> parts = new ArrayList<>();
    parts.add(
        Html.empty(
            "line",
            "class",
            "axis",
            "x1",
            at,
            "x2",
            at,
            "y1",
            Frame.px(TOP),
            "y2",
            Frame.px(HEIGHT - BOTTOM)));
    parts.add(Html.element("text", shortened(ruler.name()), "class", "x name", "x", at, "y", "20"));
    ruler.marks().forEach(mark -> parts.add(label(mark, across)));
    return Html.all(parts);
  }

  private static Html label(Ruler.Mark mark, double across) {
    return Html.element(
        "text",
        mark.label(),
        "class",
        "mark",
        "x",
        Frame.px(across + 7),
        "y",
        Frame.px(down(mark.place())),
        "dy",
        ".35em");
  }

  /** How far axes are from each other: where there are many, their texts need more room. */
  private static double apart(List<Ruler> axes) {
    int longest = axes.stream().mapToInt(ParallelFigure::letters).max().orElse(0);
    return Math.max((Figure.WIDE - LEFT - RIGHT) / (axes.size() - 1), longest * LETTER);
  }

  private static int letters(Ruler axis) {
    int label = axis.marks().stream().mapToInt(mark -> mark.label().length()).max().orElse(0);
    return 1 + Math.max(label, shortened(axis.name()).length());
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  private static double across(int axis, double apart) {
    return LEFT + axis * apart;
  }

  private static double down(double place) {
    return HEIGHT - BOTTOM - place * (HEIGHT - TOP - BOTTOM);
  }
}
