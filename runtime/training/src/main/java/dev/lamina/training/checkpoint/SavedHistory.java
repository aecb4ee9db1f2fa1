package dev.lamina.training.checkpoint;

import dev.lamina.dsl.metric.Monitor;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.History;
import dev.lamina.training.history.Validation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A history as records that have a JSON form.
 *
 * @param monitors what was measured in each epoch
 * @param epochs the epochs, in order
 * @param validated what was measured in each validation, none where there are no validations
 * @param validations the validations, in order
 */
record SavedHistory(
    List<Monitor> monitors,
    List<SavedEpoch> epochs,
    List<Monitor> validated,
    List<SavedValidation> validations) {

  /** Copies the lists. */
  SavedHistory {
    monitors = List.copyOf(monitors);
    epochs = List.copyOf(epochs);
    validated = List.copyOf(validated);
    validations = List.copyOf(validations);
  }

  /** Of epochs alone, as checkpoints had it before there were validations. */
  SavedHistory(List<Monitor> monitors, List<SavedEpoch> epochs) {
    this(monitors, epochs, List.of(), List.of());
  }

  /**
   * An epoch; its numbers are texts, since JSON has neither infinity nor NaN.
   *
   * @param values what each monitor gave
   * @param learningRate that of its last update
   * @param seconds how long it took
   */
  record SavedEpoch(List<String> values, String learningRate, String seconds) {

    SavedEpoch {
      values = List.copyOf(values);
    }

    static SavedEpoch of(Epoch epoch) {
      return new SavedEpoch(
          texts(epoch.values()),
          Double.toString(epoch.learningRate()),
          Double.toString(epoch.seconds()));
    }

    private Epoch epoch(int number, List<Monitor> monitors) {
      return new Epoch(
          number,
          measured("Epoch " + number, values, monitors),
          Double.parseDouble(learningRate),
          Double.parseDouble(seconds));
    }
  }

  /**
   * A validation; its numbers are texts too.
   *
   * @param update after how many updates
   * @param epochs after how many epochs
   * @param values what each monitor gave
   */
  record SavedValidation(long update, String epochs, List<String> values) {

    SavedValidation {
      values = List.copyOf(values);
    }

    static SavedValidation of(Validation validation) {
      return new SavedValidation(
          validation.update(), Double.toString(validation.epochs()), texts(validation.values()));
    }

    private Validation validation(List<Monitor> monitors) {
      return new Validation(
          update,
          Double.parseDouble(epochs),
          measured("The validation of update " + update, values, monitors));
    }
  }

  private static List<String> texts(Map<Monitor, Double> values) {
    return values.values().stream().map(String::valueOf).toList();
  }

  private static Map<Monitor, Double> measured(
      String what, List<String> values, List<Monitor> monitors) {
    if (values.size() != monitors.size()) {
      throw new IllegalArgumentException(what + " has not as many values as there are monitors.");
    }
    Map<Monitor, Double> measured = new LinkedHashMap<>();
    for (int index = 0; index < values.size(); index++) {
      measured.put(monitors.get(index), Double.valueOf(values.get(index)));
    }
    return measured;
  }

  static SavedHistory of(History history) {
    return new SavedHistory(
        monitors(history.epochs().stream().map(Epoch::values)),
        history.epochs().stream().map(SavedEpoch::of).toList(),
        monitors(history.validations().stream().map(Validation::values)),
        history.validations().stream().map(SavedValidation::of).toList());
  }

  private static List<Monitor> monitors(Stream<Map<Monitor, Double>> measured) {
    return measured.findFirst().map(values -> List.copyOf(values.keySet())).orElse(List.of());
  }

  History history() {
    List<Epoch> read = new ArrayList<>();
    for (SavedEpoch each : epochs) {
      read.add(each.epoch(read.size() + 1, monitors));
    }
    return new History(read, validations.stream().map(each -> each.validation(validated)).toList());
  }
}
