package dev.lamina.search.storage;

import dev.lamina.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A study in the memory of this process. */
final class MemoryStore implements StudyStore {

  private final List<TrialRecord> trials = new ArrayList<>();

  @Override
  public synchronized List<TrialRecord> trials() {
    return List.copyOf(trials);
  }

  @Override
  public synchronized Optional<TrialRecord> claim(
      Function<List<TrialRecord>, Optional<TrialRecord>> decision) {
    Optional<TrialRecord> claimed = decision.apply(List.copyOf(trials));
    claimed.ifPresent(this::put);
    return claimed;
  }

  @Override
  public synchronized boolean update(TrialRecord trial) {
    boolean isOurs = TrialChanges.isOurs(trials, trial);
    if (isOurs) {
      put(trial);
    }
    return isOurs;
  }

  @Override
  public void close() {
    // What is in memory needs no end.
  }

  private void put(TrialRecord trial) {
    if (trial.number() == trials.size()) {
      trials.add(trial);
    } else {
      trials.set(trial.number(), trial);
    }
  }
}
