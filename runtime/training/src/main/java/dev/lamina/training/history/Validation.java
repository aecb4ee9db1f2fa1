package dev.lamina.training.history;

import dev.lamina.dsl.metric.Monitor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was measured on validation data after so many updates of the weights, where the plan asks
 * for it: {@link dev.lamina.dsl.training.TrainingPlan#validateEvery}.
 *
 * @param update how many updates there were, through all epochs
 * @param epochs how many epochs that was: 2.5 in the middle of the third. An epoch of a stream of
 *     unknown length is taken to be as long as the longest so far
 * @param values the loss and each metric, in the order of the plan
 */
public record Validation(long update, double epochs, Map<Monitor, Double> values) {

  /** Copies the values in their order. */
  public Validation {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The value of this monitor, which must have been measured. */
  public double value(Monitor monitor) {
    return Monitors.required(monitor, values);
  }

  /** Such as {@code update 500, epoch 2.50: val_loss 0.7082}. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(
            entry -> String.format(Locale.ROOT, "%s %.4f", entry.getKey().name(), entry.getValue()))
        .collect(
            Collectors.joining(
                ", ", String.format(Locale.ROOT, "update %d, epoch %.2f: ", update, epochs), ""));
  }
}
