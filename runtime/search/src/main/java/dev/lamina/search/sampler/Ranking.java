package dev.lamina.search.sampler;

import dev.lamina.search.space.Observation;
import java.util.Comparator;
import java.util.List;

/** Which trials are better than others, whatever became of them. */
final class Ranking {

  private Ranking() {}

  /**
   * The trials, the best first: complete ones, the least loss before all; then those that were
   * pruned, of which who got further comes first, and among those the lesser loss; then those that
   * failed, and at last those that still run. Of several objectives, those come first that fewer
   * complete trials dominate. What is alike stays in its order.
   */
  static List<Observation> of(List<Observation> trials, int objectives) {
    return objectives == 1 ? trials.stream().sorted(bySingleLoss()).toList() : bySeveral(trials);
  }

  private static Comparator<Observation> bySingleLoss() {
    return Comparator.comparingInt(Ranking::group)
        .thenComparingInt(Ranking::stepsMissing)
        .thenComparingDouble(Ranking::loss);
  }

  private static List<Observation> bySeveral(List<Observation> trials) {
    return trials.stream()
        .map(each -> new Counted(each, dominating(each, trials)))
        .sorted(
            Comparator.comparingInt((Counted each) -> group(each.trial()))
                .thenComparingLong(Counted::dominating))
        .map(Counted::trial)
        .toList();
  }

  private static long dominating(Observation trial, List<Observation> trials) {
    return group(trial) > 0
        ? 0
        : trials.stream().filter(other -> group(other) == 0 && dominates(other, trial)).count();
  }

  private static boolean dominates(Observation better, Observation worse) {
    double[] left = better.losses();
    double[] right = worse.losses();
    boolean isBetter = false;
    for (int each = 0; each < left.length; each++) {
      if (left[each] > right[each]) {
        return false;
      }
      isBetter |= left[each] < right[each];
    }
    return isBetter;
  }

  private static int group(Observation trial) {
    return switch (trial.state()) {
      case COMPLETE -> 0;
      case PRUNED -> 1;
      case FAILED -> 2;
      case RUNNING -> 3;
    };
  }

  private static int stepsMissing(Observation trial) {
    return trial.state() == Observation.State.PRUNED && !trial.reports().isEmpty()
        ? -trial.reports().lastKey()
        : 0;
  }

  /** NaN is the largest of all. */
  private static double loss(Observation trial) {
    return trial.loss();
  }

  private record Counted(Observation trial, long dominating) {}
}
