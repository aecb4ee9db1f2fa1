package dev.lamina.training.model;

import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.problem.NearNames;
import dev.lamina.dsl.problem.Requirement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How well a network does on some data.
 *
 * @param values the loss and each metric of the plan
 */
public record Evaluation(Map<Metric, Double> values) {

  /** Copies the values in their order. */
  public Evaluation {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The mean loss, penalties included. */
  public double loss() {
    return value(new LossValue());
  }

  /**
   * The value of this metric.
   *
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException if the plan does not measure it
   */
  public double value(Metric metric) {
    Requirement.of("value", metric)
        .that(
            values.containsKey(metric),
            "metric",
            "one that the plan measures",
            metric,
            () -> remedy(metric));
    return values.get(metric);
  }

  private String remedy(Metric metric) {
    List<String> known = values.keySet().stream().map(Metric::toString).toList();
    return "measure it in the plan, or read another: "
        + NearNames.advice(String.valueOf(metric), known);
  }

  /** Such as {@code loss 0.2311, accuracy 0.9306}. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(
            entry -> String.format(Locale.ROOT, "%s %.4f", entry.getKey().name(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }
}
