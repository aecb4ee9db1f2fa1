package dev.lamina.training.history;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.training.Refusal.messageOf;
import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.metric.Monitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final Monitor LOSS = training(loss());
  private static final Monitor ACCURACY = training(accuracy());

  @Test
  void valuesOfAMonitorComeEpochByEpoch() {
    History history = history(0.5, 0.25, 0.75);

    assertThat(history.values(LOSS)).containsExactly(0.5, 0.25, 0.75);
    assertThat(history.size()).isEqualTo(3);
  }

  @Test
  void anEmptyHistoryHasNoValues() {
    History history = History.empty();

    assertThat(history.values(LOSS)).isEmpty();
    assertThat(history.size()).isZero();
    assertThat(history.best(LOSS)).isEmpty();
  }

  @Test
  void theBestEpochIsTheFirstWithTheLeastLoss() {
    History history = history(0.5, 0.25, 0.75, 0.25);

    assertThat(history.best(LOSS)).map(Epoch::number).hasValue(2);
  }

  @Test
  void theBestEpochIsTheFirstWithTheHighestAccuracy() {
    History history =
        History.empty()
            .and(new Epoch(1, Map.of(ACCURACY, 0.5), 0.01, 0))
            .and(new Epoch(2, Map.of(ACCURACY, 0.75), 0.01, 0))
            .and(new Epoch(3, Map.of(ACCURACY, 0.75), 0.01, 0));

    assertThat(history.best(ACCURACY)).map(Epoch::number).hasValue(2);
  }

  @Test
  void notANumberIsNeverBest() {
    assertThat(history(NaN, 0.5, NaN).best(LOSS)).map(Epoch::number).hasValue(2);
    assertThat(history(NaN, NaN).best(LOSS)).isEmpty();
  }

  @Test
  void oneMoreEpochMakesAnotherHistory() {
    History before = history(0.5);

    History after = before.and(new Epoch(2, Map.of(LOSS, 0.25), 0.01, 0));

    assertThat(after.size()).isEqualTo(2);
    assertThat(before.size()).isEqualTo(1);
  }

  @Test
  void laterChangesOfAListDoNotReachTheHistory() {
    List<Epoch> epochs = new ArrayList<>(List.of(new Epoch(1, Map.of(LOSS, 0.5), 0.01, 0)));

    History history = new History(epochs);
    epochs.clear();

    assertThat(history.size()).isEqualTo(1);
    assertThatThrownBy(() -> history.epochs().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aMonitorThatWasNotMeasuredIsRefusedWithThoseThatWere() {
    String message = messageOf(() -> history(0.5).values(validation(loss())));

    assertThat(message)
        .isEqualTo(
            """
            `value(validation(loss()))` is not valid: 1 problem.
              1. `monitor` must be one that was measured but is validation(loss()).
                 Fix: measure it in the plan (`validation(...)` needs validation data), or read \
            another: there is `training(loss())`.""");
  }

  @Test
  void theBestOfAMonitorThatWasNotMeasuredIsRefusedToo() {
    String message = messageOf(() -> history(0.5).best(training(accuracy())));

    assertThat(message)
        .isEqualTo(
            """
            `value(training(accuracy()))` is not valid: 1 problem.
              1. `monitor` must be one that was measured but is training(accuracy()).
                 Fix: measure it in the plan (`validation(...)` needs validation data), or read \
            another: there is `training(loss())`.""");
  }

  @Test
  void aMonitorIsRequired() {
    String message = messageOf(() -> history(0.5).values(null));

    assertThat(message)
        .isEqualTo(
            """
            `value(null)` is not valid: 1 problem.
              1. `monitor` must be one that was measured but is null.
                 Fix: measure it in the plan (`validation(...)` needs validation data), or read \
            another: there is `training(loss())`.""");
  }

  @Test
  void aHistoryPrintsALineForEachEpoch() {
    Map<Monitor, Double> values = new LinkedHashMap<>();
    values.put(LOSS, 0.64579);
    values.put(validation(loss()), 0.70821);
    values.put(validation(accuracy()), 0.5);
    History history = history(0.75).and(new Epoch(2, values, 0.01, 1.25));

    String text = history.toString();

    assertThat(text.lines())
        .containsExactly(
            "epoch 1: loss 0.7500, 0.5 s",
            "epoch 2: loss 0.6458, val_loss 0.7082, val_accuracy 0.5000, 1.3 s");
  }

  /** Of the loss of each epoch, which took half a second. */
  private static History history(double... losses) {
    History history = History.empty();
    for (double loss : losses) {
      history = history.and(new Epoch(history.size() + 1, Map.of(LOSS, loss), 0.01, 0.5));
    }
    return history;
  }
}
