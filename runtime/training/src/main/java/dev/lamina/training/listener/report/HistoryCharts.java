package dev.lamina.training.listener.report;

import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.History;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

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
            .map(this::curve)
            .toList();
    boolean isLoss = metric instanceof LossValue;
    return new Chart(
        "metric-" + monitors.stream().map(Monitor::metric).distinct().toList().indexOf(metric),
        metric.name().replace('_', ' '),
        curves,
        best,
        isLoss ? Chart.Scaling.LINEAR_OR_LOGARITHMIC : Chart.Scaling.LINEAR);
  }

  /** With what was measured between two epochs, where something was. */
  private Curve curve(Monitor monitor) {
    String name = monitor.part().word();
    if (monitor.part() == DataPart.TRAINING || history.validations().isEmpty()) {
      return curve(name, history.values(monitor));
    }
    NavigableMap<Double, Double> points = new TreeMap<>();
    history.validations().forEach(each -> points.put(each.epochs(), each.value(monitor)));
    history.epochs().forEach(each -> points.put((double) each.number(), each.value(monitor)));
    return new Curve(name, numbers(points.keySet()), numbers(points.values()));
  }

  private static double[] numbers(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Curve curve(String name, double[] values) {
    return Curve.ofEpochs(name, history.epochs().get(0).number(), values);
  }
}
