package dev.lamina.training.history;

import dev.lamina.dsl.metric.Monitor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was measured in one epoch.
 *
 * @param number which epoch, counted from 1
 * @param values the loss and each metric, on training data and then on validation data
 * @param learningRate that of its last update; what reduces it on a plateau acts on the next epoch
 * @param seconds how long it took, validation included
 */
public record Epoch(int number, Map<Monitor, Double> values, double learningRate, double seconds) {

  /** Copies the values in their order. */
  public Epoch {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The value of this monitor, which must have been measured. */
  public double value(Monitor monitor) {
    return Monitors.required(monitor, values);
  }

  /** Such as {@code epoch 3: loss 0.6458, val_loss 0.7082, 0.2 s}. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(
            entry -> String.format(Locale.ROOT, "%s %.4f", entry.getKey().name(), entry.getValue()))
        .collect(
            Collectors.joining(
                ", ", "epoch " + number + ": ", String.format(Locale.ROOT, ", %.1f s", seconds)));
  }
}
