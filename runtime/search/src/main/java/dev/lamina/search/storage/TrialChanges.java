package dev.lamina.search.storage;

import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.TrialState;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is newer in a trial than in what is kept of it.
 *
 * @param isAnew whether it was begun anew: what was reported before counts no longer
 * @param isSeen whether its worker gave a sign of life
 * @param reports what is to be written of its reports
 * @param isReleased whether it waits for another worker now
 * @param isDone whether it is done now
 */
record TrialChanges(
    boolean isAnew,
    boolean isSeen,
    SortedMap<Integer, Double> reports,
    boolean isReleased,
    boolean isDone) {

  /** Copies the map. */
  TrialChanges {
    reports = Collections.unmodifiableSortedMap(new TreeMap<>(reports));
  }

  static TrialChanges between(TrialRecord kept, TrialRecord now) {
    boolean isAnew = !now.started().equals(kept.started());
    SortedMap<Integer, Double> reports = new TreeMap<>(now.reports());
    if (!isAnew) {
      reports.entrySet().removeAll(kept.reports().entrySet());
    }
    return new TrialChanges(
        isAnew,
        !now.claim().seen().equals(kept.claim().seen()),
        reports,
        now.state() == TrialState.WAITING,
        now.state().isDone());
  }

  /**
   * Whether a worker that claimed this trial is still the one whose it is. Its claim may be gone
   * too: a server that failed may forget what it was told last.
   */
  static boolean isOurs(List<TrialRecord> trials, TrialRecord now) {
    return trials.size() > now.number() && isOurs(trials.get(now.number()), now);
  }

  private static boolean isOurs(TrialRecord kept, TrialRecord now) {
    return kept.state() == TrialState.RUNNING && kept.claim().worker().equals(now.claim().worker());
  }
}
