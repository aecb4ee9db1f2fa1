package dev.lamina.search.report;

import dev.lamina.dsl.search.Param;
import dev.lamina.training.listener.report.Html;
import java.util.ArrayList;
import java.util.List;

/** The values of trials by their values of one parameter. */
record SliceFigure(ReportContent content, int number) {

  Html html() {
    Param<?> param = content.params().get(number);
    List<ReportTrial> read =
        content.complete().stream().filter(each -> each.place(param).isPresent()).toList();
    if (read.isEmpty()) {
      return Html.nothing();
    }
    double[] values = read.stream().mapToDouble(each -> each.value(0)).toArray();
    Frame frame =
        new Frame(Ruler.of(param), Ruler.of(content.objective(), values, content.isMinimized(0)));
    List<Html> parts = new ArrayList<>(List.of(frame.axes()));
    for (ReportTrial trial : read) {
      double place = trial.place(param).orElseThrow();
      String kind = content.isBest(trial) ? "best" : trial.kind();
      parts.add(frame.point(place, trial.value(0), kind, trial.summary()));
    }
    String title = content.objective() + " by " + param.name();
    String said = read.size() + " complete trials that read " + param.name() + ".";
    return new Figure("slice-" + number, title, said).html(Html.all(parts));
  }
}
