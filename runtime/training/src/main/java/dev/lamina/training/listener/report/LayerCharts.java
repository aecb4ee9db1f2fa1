package dev.lamina.training.listener.report;

import dev.lamina.training.engine.LayerFigures;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What was seen of the layers, as curves.
 *
 * @param points each moment, in order
 */
record LayerCharts(List<LayerPoint> points) {

  List<Html> figures() {
    return List.of(
            chart(
                "gradient-norm",
                "gradient norm",
                LayerFigures::gradientNorm,
                Chart.Scaling.LOGARITHMIC_OR_LINEAR),
            chart(
                "update-ratio",
                "update ratio",
                LayerFigures::updateRatio,
                Chart.Scaling.LOGARITHMIC_OR_LINEAR),
            chart(
                "dead-share",
                "share of dead ReLU units",
                LayerFigures::deadShare,
                Chart.Scaling.LINEAR),
            chart(
                "saturated-share",
                "share of saturated outputs",
                LayerFigures::saturatedShare,
                Chart.Scaling.LINEAR))
        .stream()
        .flatMap(chart -> chart.figure().stream())
        .toList();
  }

  private Chart chart(
      String id,
      String title,
      Function<LayerFigures, OptionalDouble> figure,
      Chart.Scaling scaling) {
    List<String> layers =
        points.stream()
            .flatMap(point -> point.layers().stream())
            .filter(layer -> figure.apply(layer).isPresent())
            .map(LayerFigures::layer)
            .distinct()
            .toList();
    List<Curve> curves = layers.stream().map(layer -> curve(layer, figure)).toList();
    return new Chart(id, title, curves, OptionalInt.empty(), scaling);
  }

  private Curve curve(String name, Function<LayerFigures, OptionalDouble> figure) {
    double[] xs = points.stream().mapToDouble(LayerPoint::epoch).toArray();
    double[] ys =
        points.stream()
            .mapToDouble(
                point ->
                    point.layers().stream()
                        .filter(layer -> layer.layer().equals(name))
                        .findFirst()
                        .map(layer -> figure.apply(layer).orElse(Double.NaN))
                        .orElse(Double.NaN))
            .toArray();
    return new Curve(name, xs, ys);
  }
}
