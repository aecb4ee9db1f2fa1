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
 * @param cancellations what ends training from outside
 */
record TrainerSettings(
    List<TrainingListener> listeners,
    OptionalInt observedEvery,
    OptionalInt threads,
    List<Cancellation> cancellations) {

  /** Copies the lists. */
  TrainerSettings {
    listeners = List.copyOf(listeners);
    cancellations = List.copyOf(cancellations);
  }

  /** Nothing was said. */
  static TrainerSettings none() {
    return new TrainerSettings(List.of(), OptionalInt.empty(), OptionalInt.empty(), List.of());
  }

  TrainerSettings listener(TrainingListener added) {
    return new TrainerSettings(joined(listeners, added), observedEvery, threads, cancellations);
  }

  TrainerSettings observedEvery(int batches) {
    return new TrainerSettings(listeners, OptionalInt.of(batches), threads, cancellations);
  }

  TrainerSettings threads(int most) {
    return new TrainerSettings(listeners, observedEvery, OptionalInt.of(most), cancellations);
  }

  TrainerSettings cancellation(Cancellation added) {
    return new TrainerSettings(listeners, observedEvery, threads, joined(cancellations, added));
  }

  private static <T> List<T> joined(List<T> present, T added) {
    return Stream.concat(present.stream(), Stream.of(added)).toList();
  }
}
