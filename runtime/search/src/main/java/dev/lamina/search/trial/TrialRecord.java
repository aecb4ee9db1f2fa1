package dev.lamina.search.trial;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One trial as it is kept.
 *
 * @param number which one, counted from 0
 * @param state how far it is
 * @param choices what it tries, by the names of parameters: the number itself, the index of a
 *     choice or 0 and 1 for a flag; parameters that it did not read are not there
 * @param values its objectives, if it is complete
 * @param reports its first objective by step, such as the epoch counted from 1
 * @param outcome how it ended, if it did
 * @param claim who is at it or was
 * @param started when the worker began
 * @param ended when it was done, if it is
 */
public record TrialRecord(
    int number,
    TrialState state,
    Map<String, Double> choices,
    List<Double> values,
    SortedMap<Integer, Double> reports,
    Optional<Outcome> outcome,
    Claim claim,
    Instant started,
    Optional<Instant> ended) {

  /** Copies the collections. */
  public TrialRecord {
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    values = List.copyOf(values);
    reports = Collections.unmodifiableSortedMap(new TreeMap<>(reports));
  }

  /** A trial that this worker begins. */
  public static TrialRecord begun(
      int number, Map<String, Double> choices, Claim claim, Instant started) {
    return new TrialRecord(
        number,
        TrialState.RUNNING,
        choices,
        List.of(),
        new TreeMap<>(),
        Optional.empty(),
        claim,
        started,
        Optional.empty());
  }

  /** The same trial, begun anew by this worker. */
  public TrialRecord begunAnew(Claim by, Instant at) {
    return begun(number, choices, by, at);
  }

  /** The same trial, waiting to be begun anew. */
  public TrialRecord released() {
    return new TrialRecord(
        number,
        TrialState.WAITING,
        choices,
        List.of(),
        new TreeMap<>(),
        Optional.empty(),
        claim,
        started,
        Optional.empty());
  }

  /** The same trial with one more report. */
  public TrialRecord reported(int step, double value) {
    SortedMap<Integer, Double> more = new TreeMap<>(reports);
    more.put(step, positive(value));
    return new TrialRecord(number, state, choices, values, more, outcome, claim, started, ended);
  }

  /** The same trial, whose worker gave a sign of life. */
  public TrialRecord seen(Instant at) {
    return new TrialRecord(
        number, state, choices, values, reports, outcome, claim.seen(at), started, ended);
  }

  /** The same trial, which has ended so, with these values if it is complete. */
  public TrialRecord ended(Outcome how, List<Double> given, Instant at) {
    return new TrialRecord(
        number,
        how.kind().state(),
        choices,
        given.stream().map(TrialRecord::positive).toList(),
        reports,
        Optional.of(how),
        claim,
        started,
        Optional.of(at));
  }

  /** Not every storage tells a negative zero from a positive one. */
  private static double positive(double value) {
    return value + 0.0;
  }
}
