package dev.lamina.search.space;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known of one trial where others are decided: numbers alone, of which less is better. */
public final class Observation {

  /** How far the trial is. */
  public enum State {
    /** It is not done: only its point is known. */
    RUNNING,
    /** It has a loss for each objective. */
    COMPLETE,
    /** It was ended early: it has what it reported until then. */
    PRUNED,
    /** It gave nothing: it was wrong, diverged, or took too much memory or time. */
    FAILED
  }

  private final int number;
  private final State state;
  private final double[] point;
  private final double[] losses;
  private final SortedMap<Integer, Double> reports;

  /**
   * Of a trial.
   *
   * @param number which one, counted from 0
   * @param state how far it is
   * @param point its place in each dimension, NaN where it read no value
   * @param losses its objectives, of which less is better; none unless it is complete
   * @param reports the first objective so far by step, such as the epoch, of which less is better
   */
  public Observation(
      int number,
      State state,
      double[] point,
      double[] losses,
      SortedMap<Integer, Double> reports) {
    this.number = number;
    this.state = state;
    this.point = point.clone();
    this.losses = losses.clone();
    this.reports = Collections.unmodifiableSortedMap(new TreeMap<>(reports));
  }

  /** Which trial, counted from 0. */
  public int number() {
    return number;
  }

  /** How far it is. */
  public State state() {
    return state;
  }

  /** Its place in this dimension, from 0 to 1; NaN if it read no value. */
  public double place(int dimension) {
    return point[dimension];
  }

  /** A copy of all places. */
  public double[] point() {
    return point.clone();
  }

  /** This objective of a trial that is complete: less is better. */
  public double loss(int objective) {
    return losses[objective];
  }

  /**
   * The first objective as far as it is known: of a trial that is complete its loss, of one that
   * was pruned what it reported last, otherwise NaN.
   */
  public double loss() {
    if (state == State.COMPLETE) {
      return losses[0];
    }
    return state == State.PRUNED && !reports.isEmpty()
        ? reports.get(reports.lastKey())
        : Double.NaN;
  }

  /** A copy of all losses. */
  public double[] losses() {
    return losses.clone();
  }

  /** What it reported, by step: less is better. */
  public SortedMap<Integer, Double> reports() {
    return reports;
  }
}
