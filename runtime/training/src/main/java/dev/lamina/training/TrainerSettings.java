package dev.lamina.training;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a trainer was told beside network, plan and data: it changes no weight but the last digits.
 *
 * @param listeners who hears of the training
 * @param observedEvery every how many mini-batches layers are looked into, if at all
 * @param threads how many native threads a training has, if not those of the process
 */
record TrainerSettings(
    List<TrainingListener> listeners, OptionalInt observedEvery, OptionalInt threads) {

  /** Copies the list. */
  TrainerSettings {
    listeners = List.copyOf(listeners);
  }

  /** Nothing was said. */
  static TrainerSettings none() {
    return new TrainerSettings(List.of(), OptionalInt.empty(), OptionalInt.empty());
  }

  TrainerSettings listener(TrainingListener added) {
    List<TrainingListener> more = Stream.concat(listeners.stream(), Stream.of(added)).toList();
    return new TrainerSettings(more, observedEvery, threads);
  }

  TrainerSettings observedEvery(int batches) {
    return new TrainerSettings(listeners, OptionalInt.of(batches), threads);
  }

  TrainerSettings threads(int most) {
    return new TrainerSettings(listeners, observedEvery, OptionalInt.of(most));
  }
}
