package dev.lamina.search.pruner;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.search.space.Observation;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Trials as pruners see them, reporting once a step from step 1 on. */
final class Progresses {

  private static final int LATE = 100;

  private Progresses() {}

  /** A trial that comes after all others, without any. */
  static Progress progress(double... losses) {
    return new Progress("study", LATE, byStep(losses), List.of(), Goal.MINIMIZE);
  }

  /** A trial with one report, at this step. */
  static Progress at(int step, double loss) {
    SortedMap<Integer, Double> reports = new TreeMap<>();
    reports.put(step, loss);
    return new Progress("study", LATE, reports, List.of(), Goal.MINIMIZE);
  }

  /** A trial that went on to its end. */
  static Observation complete(int number, double... losses) {
    return peer(number, Observation.State.COMPLETE, byStep(losses));
  }

  /** A trial that was ended after these. */
  static Observation pruned(int number, double... losses) {
    return peer(number, Observation.State.PRUNED, byStep(losses));
  }

  /** A trial that was ended at its only report. */
  static Observation prunedAt(int number, int step, double loss) {
    return peer(number, Observation.State.PRUNED, at(step, loss).reports());
  }

  static Observation completeAt(int number, int step, double loss) {
    return peer(number, Observation.State.COMPLETE, at(step, loss).reports());
  }

  private static Observation peer(
      int number, Observation.State state, SortedMap<Integer, Double> reports) {
    double[] losses =
        state == Observation.State.COMPLETE
            ? new double[] {reports.get(reports.lastKey())}
            : new double[0];
    return new Observation(number, state, new double[] {0.5}, losses, reports);
  }

  private static SortedMap<Integer, Double> byStep(double... losses) {
    SortedMap<Integer, Double> reports = new TreeMap<>();
    for (int each = 0; each < losses.length; each++) {
      reports.put(each + 1, losses[each]);
    }
    return reports;
  }
}
