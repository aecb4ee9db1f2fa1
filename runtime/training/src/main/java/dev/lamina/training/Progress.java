package dev.lamina.training;

import dev.lamina.training.checkpoint.Standing;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.History;
import dev.lamina.training.history.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** How far a training is, and what was measured until now. */
final class Progress {

  private static final double NANOSECONDS = 1e9;

  private final List<Epoch> epochs = new ArrayList<>();
  private final List<Validation> validations = new ArrayList<>();
  private long steps;
  private int batches;
  private int longest;
  private long start;
  private double before;

  /** Goes on from where a training stood. */
  void resume(Standing standing) {
    epochs.addAll(standing.history().epochs());
    validations.addAll(standing.history().validations());
    steps = standing.steps();
    standing
        .epoch()
        .ifPresent(
            within -> {
              batches = within.batches();
              before = within.seconds();
            });
  }

  /** The time of an epoch begins to run. */
  void epochStarted() {
    start = System.nanoTime();
  }

  /** A mini-batch is done. */
  void stepDone() {
    steps++;
    batches++;
    longest = Math.max(longest, batches);
  }

  void validated(Validation validation) {
    validations.add(validation);
  }

  void epochEnded(Epoch epoch) {
    epochs.add(epoch);
    batches = 0;
    before = 0;
  }

  History history() {
    return new History(epochs, validations);
  }

  /** How many epochs are over. */
  int epochs() {
    return epochs.size();
  }

  /** The epoch that runs, or comes next, counted from 1. */
  int epoch() {
    return epochs.size() + 1;
  }

  /** How many mini-batches of the epoch are done. */
  int batches() {
    return batches;
  }

  /** How many mini-batches are done through all epochs. */
  long steps() {
    return steps;
  }

  /** How long the epoch took so far. */
  double seconds() {
    return before + (System.nanoTime() - start) / NANOSECONDS;
  }

  /** How many epochs that is, where an epoch has so many mini-batches, or else the longest had. */
  double epochs(OptionalInt expected) {
    return epochs.size() + (double) batches / expected.orElse(longest);
  }
}
