package dev.lamina.search.sampler;

import dev.lamina.search.pareto.Pareto;
import dev.lamina.search.space.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A trial that may have children.
 *
 * @param point where it is, NaN where it read no value
 * @param losses how good it is
 * @param rank how many fronts of its generation are better
 * @param room how much of it is around the trial in its front
 */
record Survivor(double[] point, double[] losses, int rank, double room) {

  private static final Comparator<Survivor> BEST_FIRST =
      Comparator.comparingInt(Survivor::rank)
          .thenComparing(Comparator.comparingDouble(Survivor::room).reversed());

  /** The trials of the first generations of which all are done. */
  static List<Observation> generations(List<Observation> trials, int population) {
    int done = (int) trials.stream().takeWhile(Survivor::isDone).count();
    return trials.subList(0, done - done % population);
  }

  /** Who survived the last of these generations: as many as it has trials. */
  static List<Survivor> of(List<Observation> generations, int population) {
    List<Survivor> survivors = List.of();
    for (int first = 0; first < generations.size(); first += population) {
      List<Survivor> all = new ArrayList<>(survivors);
      generations.subList(first, first + population).stream()
          .filter(trial -> trial.state() == Observation.State.COMPLETE)
          .forEach(trial -> all.add(new Survivor(trial.point(), trial.losses(), 0, 0)));
      survivors = sorted(all).stream().limit(population).toList();
    }
    return survivors;
  }

  /** The better of two at random. */
  static Survivor better(List<Survivor> survivors, RandomGenerator random) {
    Survivor one = survivors.get(random.nextInt(survivors.size()));
    Survivor other = survivors.get(random.nextInt(survivors.size()));
    return BEST_FIRST.compare(one, other) <= 0 ? one : other;
  }

  private static boolean isDone(Observation trial) {
    return trial.state() != Observation.State.RUNNING;
  }

  private static List<Survivor> sorted(List<Survivor> all) {
    List<Survivor> ranked = new ArrayList<>();
    List<List<Integer>> fronts = Pareto.fronts(all.stream().map(Survivor::losses).toList());
    for (int rank = 0; rank < fronts.size(); rank++) {
      List<Survivor> front = fronts.get(rank).stream().map(all::get).toList();
      double[] room = Pareto.crowding(front.stream().map(Survivor::losses).toList());
      for (int each = 0; each < room.length; each++) {
        Survivor one = front.get(each);
        ranked.add(new Survivor(one.point(), one.losses(), rank, room[each]));
      }
    }
    ranked.sort(BEST_FIRST);
    return ranked;
  }
}
