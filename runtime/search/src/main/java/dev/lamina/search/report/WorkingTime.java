package dev.lamina.search.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The time in which trials ran, in seconds since the first one began: a long pause, such as the
 * night before a study was gone on with, is left out.
 *
 * @param start when the first trial began
 * @param pauses the pauses that are left out, in their order
 */
record WorkingTime(Instant start, List<Pause> pauses) {

  /** A pause is long if it is so many times as long as the longest trial. */
  private static final double LONG = 10;

  /** Shorter ones are no pauses, however short trials are. */
  private static final double SHORTEST = 1;

  private static final double MILLISECONDS = 1e3;

  /**
   * A time in which no trial ran.
   *
   * @param from its first second
   * @param to its last second
   */
  record Pause(double from, double to) {

    double seconds() {
      return to - from;
    }
  }

  /** Copies the list. */
  WorkingTime {
    pauses = List.copyOf(pauses);
  }

  /** Of trials that have ended, in the order in which they began. */
  static WorkingTime of(List<ReportTrial> ended) {
    Instant start = ended.get(0).record().started();
    double longest = ended.stream().mapToDouble(each -> each.seconds().orElse(0.0)).max().orElse(0);
    double shortest = Math.max(SHORTEST, LONG * longest);
    List<Pause> pauses = new ArrayList<>();
    double last = 0;
    for (ReportTrial trial : ended) {
      double from = seconds(start, trial.record().started());
      if (from - last > shortest) {
        pauses.add(new Pause(last, from));
      }
      last = Math.max(last, seconds(start, trial.record().ended().orElseThrow()));
    }
    return new WorkingTime(start, pauses);
  }

  /** How many seconds of work there were until then. */
  double until(Instant moment) {
    return without(seconds(start, moment));
  }

  /** How many seconds of work there were until this pause. */
  double until(Pause pause) {
    return without(pause.from());
  }

  /** How long all pauses are together that are left out. */
  double paused() {
    return pauses.stream().mapToDouble(Pause::seconds).sum();
  }

  private double without(double seconds) {
    double left =
        pauses.stream()
            .mapToDouble(pause -> Math.min(pause.seconds(), Math.max(0, seconds - pause.from())))
            .sum();
    return seconds - left;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / MILLISECONDS;
  }
}
