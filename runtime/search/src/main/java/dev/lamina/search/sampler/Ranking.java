package dev.lamina.search.sampler;

import dev.lamina.search.pareto.Pareto;
import dev.lamina.search.space.Observation;
import java.util.ArrayList;
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
    return tiers(trials, objectives).stream().flatMap(List::stream).toList();
  }

  /** The same, those together that are alike. */
  static List<List<Observation>> tiers(List<Observation> trials, int objectives) {
    List<Rank> ranks =
        (objectives == 1 ? trials.stream().map(Rank::of) : bySeveral(trials)).sorted().toList();
    List<List<Observation>> tiers = new ArrayList<>();
    for (int each = 0; each < ranks.size(); each++) {
      if (each == 0 || ranks.get(each).compareTo(ranks.get(each - 1)) != 0) {
        tiers.add(new ArrayList<>());
      }
      tiers.get(tiers.size() - 1).add(ranks.get(each).trial());
    }
    return tiers;
  }

  private static Stream<Rank> bySeveral(List<Observation> trials) {
    List<Observation> complete = trials.stream().filter(each -> group(each) == 0).toList();
    int[] dominating = Pareto.dominating(complete.stream().map(Observation::losses).toList());
    return Stream.concat(
        IntStream.range(0, dominating.length)
            .mapToObj(each -> new Rank(complete.get(each), 0, 0, dominating[each])),
        trials.stream()
            .filter(each -> group(each) > 0)
            .map(each -> new Rank(each, group(each), 0, 0)));
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
