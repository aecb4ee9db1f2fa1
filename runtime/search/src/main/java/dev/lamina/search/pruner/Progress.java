package dev.lamina.search.pruner;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.search.space.Observation;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a trial is doing, after a report.
 *
 * @param study the name of the study
 * @param number which trial, counted from 0
 * @param reports what it reported so far by step, such as the epoch counted from 1, the last being
 *     new; less is better
 * @param peers the trials that it may be compared with, which are done: those that were known when
 *     this one was chosen
 * @param goal whether the objective itself is minimized; if not, its values are those here negated
 */
public record Progress(
    String study,
    int number,
    SortedMap<Integer, Double> reports,
    List<Observation> peers,
    Goal goal) {

  /** Copies the map and the list. */
  public Progress {
    reports = Collections.unmodifiableSortedMap(new TreeMap<>(reports));
    peers = List.copyOf(peers);
  }

  /** The step of the last report. */
  public int step() {
    return reports.lastKey();
  }

  /** What was reported last. */
  public double loss() {
    return reports.get(step());
  }

  /** The same progress, compared with these trials. */
  Progress among(List<Observation> others) {
    return new Progress(study, number, reports, others, goal);
  }

  /** The trials that are complete, of those that it may be compared with. */
  List<Observation> complete() {
    return peers.stream().filter(peer -> peer.state() == Observation.State.COMPLETE).toList();
  }
}
