package dev.lamina.training.listener.report;

import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What was measured, as curves.
 *
 * @param history what was measured, in one epoch at least
 * @param best the epoch whose weights the model has, if it is not the last
 */
record HistoryCharts(History history, OptionalInt best) {

  List<Html> figures() {
    List<Chart> charts = new ArrayList<>();
    List<Monitor> monitors = List.copyOf(history.epochs().get(0).values().keySet());
    monitors.stream()
        .map(Monitor::metric)
        .distinct()
        .forEach(metric -> charts.add(chart(metric, monitors)));
    double[] rates = history.epochs().stream().mapToDouble(Epoch::learningRate).toArray();
    charts.add(
        new Chart(
            "learning-rate",
            "learning rate",
            List.of(curve("learning rate", rates)),
            OptionalInt.empty(),
            Chart.Scaling.LINEAR_OR_LOGARITHMIC));
    return charts.stream().flatMap(chart -> chart.figure().stream()).toList();
  }

  private Chart chart(Metric metric, List<Monitor> monitors) {
    List<Curve> curves =
        monitors.stream()
            .filter(monitor -> monitor.metric().equals(metric))
            .map(monitor -> curve(monitor.part().word(), history.values(monitor)))
            .toList();
    boolean isLoss = metric instanceof LossValue;
    return new Chart(
        "metric-" + monitors.stream().map(Monitor::metric).distinct().toList().indexOf(metric),
        metric.name().replace('_', ' '),
        curves,
        best,
        isLoss ? Chart.Scaling.LINEAR_OR_LOGARITHMIC : Chart.Scaling.LINEAR);
  }

  private Curve curve(String name, double[] values) {
    return Curve.ofEpochs(name, history.epochs().get(0).number(), values);
  }
}
