package dev.lamina.training.checkpoint;

import dev.lamina.dsl.metric.Monitor;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A history as records that have a JSON form.
 *
 * @param monitors what was measured in each epoch
 * @param epochs the epochs, in order
 */
record SavedHistory(List<Monitor> monitors, List<SavedEpoch> epochs) {

  /** Copies the lists. */
  SavedHistory {
    monitors = List.copyOf(monitors);
    epochs = List.copyOf(epochs);
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
          epoch.values().values().stream().map(String::valueOf).toList(),
          Double.toString(epoch.learningRate()),
          Double.toString(epoch.seconds()));
    }

    private Epoch epoch(int number, List<Monitor> monitors) {
      if (values.size() != monitors.size()) {
        throw new IllegalArgumentException(
            "Epoch " + number + " has not as many values as there are monitors.");
      }
      Map<Monitor, Double> measured = new LinkedHashMap<>();
      for (int index = 0; index < values.size(); index++) {
        measured.put(monitors.get(index), Double.valueOf(values.get(index)));
      }
      return new Epoch(
          number, measured, Double.parseDouble(learningRate), Double.parseDouble(seconds));
    }
  }

  static SavedHistory of(History history) {
    List<Monitor> monitors =
        history.epochs().stream()
            .findFirst()
            .map(epoch -> List.copyOf(epoch.values().keySet()))
            .orElse(List.of());
    return new SavedHistory(monitors, history.epochs().stream().map(SavedEpoch::of).toList());
  }

  History history() {
    List<Epoch> read = new ArrayList<>();
    for (SavedEpoch each : epochs) {
      read.add(each.epoch(read.size() + 1, monitors));
    }
    return new History(read);
  }
}
