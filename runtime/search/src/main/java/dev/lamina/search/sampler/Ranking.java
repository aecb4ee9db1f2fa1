package dev.lamina.search.sampler;

import dev.lamina.search.pareto.Pareto;
import dev.lamina.search.space.Observation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    return objectives == 1 ? bySingleLoss(trials) : bySeveral(trials);
  }

  private static List<Observation> bySingleLoss(List<Observation> trials) {
    return trials.stream().map(Rank::of).sorted().map(Rank::trial).toList();
  }

  private static List<Observation> bySeveral(List<Observation> trials) {
    List<Observation> complete = trials.stream().filter(each -> group(each) == 0).toList();
    int[] dominating = Pareto.dominating(complete.stream().map(Observation::losses).toList());
    Stream<Observation> ranked =
        IntStream.range(0, dominating.length)
            .boxed()
            .sorted(Comparator.comparingInt(each -> dominating[each]))
            .map(complete::get);
    Stream<Observation> others =
        trials.stream()
            .filter(each -> group(each) > 0)
            .sorted(Comparator.comparingInt(Ranking::group));
    return Stream.concat(ranked, others).toList();
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

  /** What a trial is compared by, looked up once: a thousand are compared ten times each. */
  private record Rank(Observation trial, int group, int stepsMissing, double loss)
      implements Comparable<Rank> {

    static Rank of(Observation trial) {
      return new Rank(trial, Ranking.group(trial), Ranking.stepsMissing(trial), trial.loss());
    }

    /** NaN is the largest of all. */
    @Override
    public int compareTo(Rank other) {
      if (group != other.group) {
        return Integer.compare(group, other.group);
      }
      return stepsMissing == other.stepsMissing
          ? Double.compare(loss, other.loss)
          : Integer.compare(stepsMissing, other.stepsMissing);
    }
  }
}
