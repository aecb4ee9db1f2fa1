package dev.lamina.search;

import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import dev.lamina.search.trial.TrialRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The trials of one study as samplers and pruners see them. From question to question only what is
 * new is looked at; one that is new knows the same.
 *
 * <p>For one thread at a time.
 */
final class History {

  private final StudySetup setup;
  private final Space space;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Map<String, Double>> tried = new HashSet<>();

  History(StudySetup setup) {
    this.setup = setup;
    this.space = setup.space();
  }

  /** Takes these for all trials there are. */
  void update(List<TrialRecord> trials) {
    if (!goesOn(trials)) {
      entries.clear();
      tried.clear();
    }
    for (int number = 0; number < trials.size(); number++) {
      put(number, trials.get(number));
    }
  }

  /** Whether a trial has made these choices. */
  boolean has(Map<String, Double> choices) {
    return tried.contains(choices);
  }

  /** The first trials: those that are visible as they are, and others as if they still ran. */
  List<Observation> first(int trials, int visible) {
    Stream<Observation> seen = entries.stream().limit(visible).map(Entry::seen);
    Stream<Observation> others = entries.stream().skip(visible).map(Entry::running);
    return Stream.concat(seen, others).limit(trials).toList();
  }

  /** A trial keeps its choices, unless the study is not the one it was. */
  private boolean goesOn(List<TrialRecord> trials) {
    return entries.size() <= trials.size()
        && entries.stream()
            .allMatch(
                entry -> {
                  TrialRecord now = trials.get(entry.trial().number());
                  return entry.isOf(now) || entry.trial().choices().equals(now.choices());
                });
  }

  private void put(int number, TrialRecord trial) {
    if (number == entries.size()) {
      Observation running = setup.running(trial, space);
      entries.add(new Entry(trial, running, setup.observed(trial, running.point())));
      tried.add(trial.choices());
    } else if (!entries.get(number).isOf(trial)) {
      Observation running = entries.get(number).running();
      entries.set(number, new Entry(trial, running, setup.observed(trial, running.point())));
    }
  }

  /**
   * What is known of a trial.
   *
   * @param trial as it was last
   * @param running as it is seen while it runs
   * @param seen as it is seen otherwise
   */
  private record Entry(TrialRecord trial, Observation running, Observation seen) {

    /** Whether it is this very record: looking into all of them would take the time to be saved. */
    @SuppressWarnings("ReferenceEquality") // records that are equal but others are looked at anew
    boolean isOf(TrialRecord now) {
      return trial == now;
    }
  }
}
