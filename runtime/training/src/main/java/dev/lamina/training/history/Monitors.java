package dev.lamina.training.history;

import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.problem.NearNames;
import dev.lamina.dsl.problem.Requirement;
import java.util.List;
import java.util.Map;

/** Looks up what was measured. */
final class Monitors {

  private Monitors() {}

  static double required(Monitor monitor, Map<Monitor, Double> values) {
    Requirement.of("value", monitor)
        .that(
            values.containsKey(monitor),
            "monitor",
            "one that was measured",
            monitor,
            () -> remedy(monitor, values));
    return values.get(monitor);
  }

  private static String remedy(Monitor monitor, Map<Monitor, Double> values) {
    List<String> known = values.keySet().stream().map(Monitor::toString).toList();
    return "measure it in the plan (`validation(...)` needs validation data), or read another: "
        + NearNames.advice(String.valueOf(monitor), known);
  }
}
