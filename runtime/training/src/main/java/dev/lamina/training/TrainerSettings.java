package dev.lamina.training;

import dev.lamina.training.checkpoint.Checkpoint;
import dev.lamina.training.checkpoint.Checkpoints;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a trainer was told beside network, plan and data: it changes no weight but the last digits.
 *
 * @param listeners who hears of the training
 * @param observedEvery every how many mini-batches layers are looked into, if at all
 * @param threads how many native threads a training has, if not those of the process
 * @param cancellations what ends training from outside
 * @param checkpoints where and when the training is written down, if at all
 */
record TrainerSettings(
    List<TrainingListener> listeners,
    OptionalInt observedEvery,
    OptionalInt threads,
    List<Cancellation> cancellations,
    Optional<Checkpoints> checkpoints) {

  /** Copies the lists. */
  TrainerSettings {
    listeners = List.copyOf(listeners);
    cancellations = List.copyOf(cancellations);
  }

  /** Nothing was said. */
  static TrainerSettings none() {
    return new TrainerSettings(
        List.of(), OptionalInt.empty(), OptionalInt.empty(), List.of(), Optional.empty());
  }

  TrainerSettings listener(TrainingListener added) {
    return new TrainerSettings(
        joined(listeners, added), observedEvery, threads, cancellations, checkpoints);
  }

  TrainerSettings observedEvery(int batches) {
    return new TrainerSettings(
        listeners, OptionalInt.of(batches), threads, cancellations, checkpoints);
  }

  TrainerSettings threads(int most) {
    return new TrainerSettings(
        listeners, observedEvery, OptionalInt.of(most), cancellations, checkpoints);
  }

  TrainerSettings cancellation(Cancellation added) {
    return new TrainerSettings(
        listeners, observedEvery, threads, joined(cancellations, added), checkpoints);
  }

  TrainerSettings checkpoints(Checkpoints written) {
    return new TrainerSettings(
        listeners, observedEvery, threads, cancellations, Optional.of(written));
  }

  TrainerSettings withoutCheckpoints() {
    return new TrainerSettings(listeners, observedEvery, threads, cancellations, Optional.empty());
  }

  /** What was not said is as the training had it that goes on from there. */
  TrainerSettings resuming(Checkpoint from) {
    TrainerSettings sameThreads = threads.isPresent() ? this : threads(from.standing().threads());
    return checkpoints.isPresent()
        ? sameThreads
        : sameThreads.checkpoints(
            new Checkpoints(from.file().toAbsolutePath().getParent(), from.retention()));
  }

  private static <T> List<T> joined(List<T> present, T added) {
    return Stream.concat(present.stream(), Stream.of(added)).toList();
  }
}
