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
    int[] better = dominating(points);
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

  /** How many others dominate each point. */
  public static int[] dominating(List<double[]> points) {
    // Whoever dominates comes before, by the first loss that differs.
    Integer[] order =
        IntStream.range(0, points.size())
            .boxed()
            .sorted((left, right) -> compare(points.get(left), points.get(right)))
            .toArray(Integer[]::new);
    double[][] sorted = Arrays.stream(order).map(points::get).toArray(double[][]::new);
    double[][] losses = columns(sorted);
    int[] notWorse = losses.length == 1 ? notAbove(losses[0]) : notWorse(losses, sorted.length);
    int[] better = new int[order.length];
    int alike = 0;
    for (int each = 0; each < sorted.length; each++) {
      alike = each > 0 && compare(sorted[each - 1], sorted[each]) == 0 ? alike + 1 : 0;
      better[order[each]] = notWorse[each] - alike;
    }
    return better;
  }

  /** How many before each point are in no loss worse. */
  private static int[] notWorse(double[][] losses, int points) {
    int[] notWorse = new int[points];
    for (int each = 0; each < points; each++) {
      for (int before = 0; before < each; before++) {
        notWorse[each] += isNowhereWorse(losses, before, each) ? 1 : 0;
      }
    }
    return notWorse;
  }

  /**
   * The same where one loss decides, by sorting: a sampler asks for a thousand points each time.
   */
  private static int[] notAbove(double[] loss) {
    int[] notAbove = new int[loss.length];
    double[] sorted = new double[loss.length];
    for (int each = 0; each < loss.length; each++) {
      int low = 0;
      int high = each;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] <= loss[each]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      System.arraycopy(sorted, low, sorted, low + 1, each - low);
      sorted[low] = loss[each];
      notAbove[each] = low;
    }
    return notAbove;
  }

  /** All losses but the first, by which points are in order. */
  private static double[][] columns(double[][] points) {
    int losses = points.length == 0 ? 1 : points[0].length;
    return IntStream.range(1, losses)
        .mapToObj(loss -> Arrays.stream(points).mapToDouble(point -> point[loss]).toArray())
        .toArray(double[][]::new);
  }

  private static boolean isNowhereWorse(double[][] losses, int one, int other) {
    for (double[] loss : losses) {
      if (loss[one] > loss[other]) {
        return false;
      }
    }
    return true;
  }

  /** For which 0 and -0 are alike, as they are for losses. */
  private static int compare(double[] left, double[] right) {
    for (int each = 0; each < left.length; each++) {
      if (left[each] != right[each]) {
        return left[each] < right[each] ? -1 : 1;
      }
    }
    return 0;
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
