package dev.lamina.search.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The order between points of several losses: less is better in each. */
public final class Pareto {

  private Pareto() {}

  /** Whether one is nowhere worse than the other and better somewhere. */
  public static boolean dominates(double[] one, double[] other) {
    boolean isBetter = false;
    for (int each = 0; each < one.length; each++) {
      if (one[each] > other[each]) {
        return false;
      }
      isBetter |= one[each] < other[each];
    }
    return isBetter;
  }

  /** The points that no other one dominates, in their order, by their index. */
  public static List<Integer> front(List<double[]> points) {
    return IntStream.range(0, points.size())
        .filter(each -> points.stream().noneMatch(other -> dominates(other, points.get(each))))
        .boxed()
        .toList();
  }

  /**
   * All points by their index: the front, then the front of the others, and so on (Deb et al. 2002,
   * "A Fast and Elitist Multiobjective Genetic Algorithm: NSGA-II").
   */
  public static List<List<Integer>> fronts(List<double[]> points) {
    int[] better = new int[points.size()];
    Arrays.setAll(better, each -> count(points, points.get(each)));
    List<List<Integer>> fronts = new ArrayList<>();
    List<Integer> front = where(better, 0);
    while (!front.isEmpty()) {
      fronts.add(front);
      for (int taken : front) {
        better[taken] = -1;
        for (int each = 0; each < better.length; each++) {
          better[each] -= dominates(points.get(taken), points.get(each)) ? 1 : 0;
        }
      }
      front = where(better, 0);
    }
    return fronts;
  }

  private static int count(List<double[]> points, double[] point) {
    int better = 0;
    for (double[] other : points) {
      better += dominates(other, point) ? 1 : 0;
    }
    return better;
  }

  private static List<Integer> where(int[] numbers, int number) {
    return IntStream.range(0, numbers.length)
        .filter(each -> numbers[each] == number)
        .boxed()
        .toList();
  }

  /**
   * How much room each point of a front has around it: the distance of its neighbours in each loss,
   * as a part of the whole range, summed. It is infinite for the ends (Deb et al. 2002).
   */
  public static double[] crowding(List<double[]> front) {
    double[] room = new double[front.size()];
    int objectives = front.isEmpty() ? 0 : front.get(0).length;
    for (int objective = 0; objective < objectives; objective++) {
      addRoom(front, objective, room);
    }
    return room;
  }

  private static void addRoom(List<double[]> front, int objective, double[] room) {
    int[] order =
        IntStream.range(0, front.size())
            .boxed()
            .sorted(Comparator.comparingDouble(each -> front.get(each)[objective]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted =
        Arrays.stream(order).mapToDouble(each -> front.get(each)[objective]).toArray();
    int last = sorted.length - 1;
    double range = sorted[last] - sorted[0];
    room[order[0]] = Double.POSITIVE_INFINITY;
    room[order[last]] = Double.POSITIVE_INFINITY;
    for (int each = 1; each < last && range > 0; each++) {
      room[order[each]] += (sorted[each + 1] - sorted[each - 1]) / range;
    }
  }
}
