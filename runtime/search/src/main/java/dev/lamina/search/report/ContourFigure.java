package dev.lamina.search.report;

import dev.lamina.dsl.search.Param;
import dev.lamina.search.importance.Landscape;
import dev.lamina.training.listener.report.Html;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What the first objective is like by two parameters, as far as the trials tell. */
record ContourFigure(ReportContent content, Landscape landscape, int first, int second) {

  private static final int CELLS = 28;

  /** Of the two parameters that explain most. */
  static Optional<ContourFigure> of(ReportContent content) {
    List<String> names = content.params().stream().map(Param::name).toList();
    return content
        .landscape()
        .filter(known -> names.size() > 1)
        .map(
            known -> {
              List<String> order = List.copyOf(known.shares().keySet());
              int first = names.indexOf(order.get(0));
              return new ContourFigure(content, known, first, names.indexOf(order.get(1)));
            });
  }

  Html html() {
    Param<?> across = content.params().get(first);
    Param<?> up = content.params().get(second);
    Frame frame = new Frame(Ruler.of(across), Ruler.of(up));
    List<Html> parts = new ArrayList<>();
    parts.add(surface(frame));
    parts.add(frame.axes());
    for (ReportTrial trial : content.complete()) {
      OptionalDouble x = trial.place(across);
      OptionalDouble y = trial.place(up);
      if (x.isPresent() && y.isPresent()) {
        String kind = content.isBest(trial) ? "best" : "tried";
        parts.add(frame.point(x.getAsDouble(), y.getAsDouble(), kind, trial.summary()));
      }
    }
    return new Figure(
            "contour",
            content.objective() + " by " + across.name() + " and " + up.name() + " (upwards)",
            "A surface that a forest of regression trees draws from the complete trials.",
            "level8",
            "better",
            "level0",
            "worse",
            "tried",
            "trials")
        .html(Html.all(parts));
  }

  private Html surface(Frame frame) {
    double[] places = IntStream.range(0, CELLS).mapToDouble(i -> (i + 0.5) / CELLS).toArray();
    double[][] surface = landscape.surface(first, second, places, places);
    Levels levels =
        Levels.ofLosses(Arrays.stream(surface).flatMapToDouble(Arrays::stream).toArray());
    List<Html> bands = new ArrayList<>();
    for (int row = 0; row < CELLS; row++) {
      int start = 0;
      for (int column = 1; column <= CELLS; column++) {
        int level = levels.of(surface[row][start]);
        if (column == CELLS || levels.of(surface[row][column]) != level) {
          bands.add(band(frame, row, start, column, level));
          start = column;
        }
      }
    }
    return Html.element("g", Html.all(bands), "class", "surface");
  }

  private static Html band(Frame frame, int row, int from, int to, int level) {
    double left = frame.across((double) from / CELLS);
    double top = frame.down((double) (row + 1) / CELLS);
    return Html.empty(
        "rect",
        "class",
        "level" + level,
        "x",
        Frame.px(left),
        "y",
        Frame.px(top),
        "width",
        Frame.px(frame.across((double) to / CELLS) - left),
        "height",
        Frame.px(frame.down((double) row / CELLS) - top));
  }
}
