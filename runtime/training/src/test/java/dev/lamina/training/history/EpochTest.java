package dev.lamina.training.history;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.metric.Monitor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpochTest {

  @Test
  void aValueIsFoundByItsMonitor() {
    Epoch epoch = new Epoch(3, Map.of(training(loss()), 0.25, validation(loss()), 0.5), 0.01, 0.1);

    assertThat(epoch.value(validation(loss()))).isEqualTo(0.5);
    assertThat(epoch.value(training(loss()))).isEqualTo(0.25);
  }

  @Test
  void valuesKeepTheirOrder() {
    Map<Monitor, Double> values = new LinkedHashMap<>();
    values.put(validation(loss()), 3.0);
    values.put(training(accuracy()), 2.0);
    values.put(training(loss()), 1.0);

    Epoch epoch = new Epoch(1, values, 0.01, 0);

    assertThat(epoch.values().keySet())
        .containsExactly(validation(loss()), training(accuracy()), training(loss()));
  }

  @Test
  void laterChangesOfAMapDoNotReachTheEpoch() {
    Map<Monitor, Double> values = new LinkedHashMap<>(Map.of(training(loss()), 0.25));

    Epoch epoch = new Epoch(1, values, 0.01, 0);
    values.clear();

    assertThat(epoch.values()).containsEntry(training(loss()), 0.25);
    assertThatThrownBy(() -> epoch.values().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void notANumberIsPrintedAsSuch() {
    Epoch epoch = new Epoch(4, Map.of(validation(loss()), Double.NaN), 0.01, 0.04);

    assertThat(epoch).hasToString("epoch 4: val_loss NaN, 0.0 s");
  }
}
