package dev.lamina.search.importance;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds where to cut an axis so that the squared distances from the means of both sides are least.
 *
 * <p>Values of a choice are put in the order of their means, of which one of the cuts is the best
 * of all divisions (Fisher, 1958, "On Grouping for Maximum Homogeneity").
 */
final class CutSearch {

  private final int number;
  private final Axis axis;
  private final int[][] parts;
  private final double[] values;
  private final int[] counts;
  private final double[] sums;

  CutSearch(int number, Axis axis, int[][] parts, double[] values) {
    this.number = number;
    this.axis = axis;
    this.parts = parts;
    this.values = values;
    this.counts = new int[axis.parts()];
    this.sums = new double[axis.parts()];
  }

  /** The best cut between these trials, unless all of them are in one part. */
  Optional<Cut> best(int[] rows) {
    for (int row : rows) {
      counts[parts[row][number]]++;
      sums[parts[row][number]] += values[row];
    }
    return orders().stream()
        .flatMap(order -> best(order).stream())
        .reduce((one, other) -> other.gain() > one.gain() ? other : one);
  }

  /** What was not read may be like the least places, or like the largest. */
  private List<List<Integer>> orders() {
    List<Integer> present =
        IntStream.range(0, counts.length).filter(part -> counts[part] > 0).boxed().toList();
    if (!axis.isOrdered()) {
      return List.of(
          present.stream()
              .sorted(Comparator.comparingDouble(part -> sums[part] / counts[part]))
              .toList());
    }
    if (present.isEmpty() || !axis.isUnread(present.get(present.size() - 1))) {
      return List.of(present);
    }
    List<Integer> unreadFirst = new ArrayList<>(present);
    Collections.rotate(unreadFirst, 1);
    return List.of(present, unreadFirst);
  }

  private Optional<Cut> best(List<Integer> order) {
    int all = order.stream().mapToInt(part -> counts[part]).sum();
    double total = order.stream().mapToDouble(part -> sums[part]).sum();
    int count = 0;
    double sum = 0;
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int each = 0; each < order.size() - 1; each++) {
      count += counts[order.get(each)];
      sum += sums[order.get(each)];
      double gain = sum * sum / count + (total - sum) * (total - sum) / (all - count);
      if (gain > most) {
        most = gain;
        best = each;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(new Cut(number, below(order, best), most));
  }

  private BitSet below(List<Integer> order, int last) {
    BitSet below = new BitSet(axis.parts());
    order.subList(0, last + 1).forEach(below::set);
    if (!axis.isOrdered()) {
      return withTheRest(below, order, last);
    }
    int before = order.get(last);
    int after = order.get(last + 1);
    if (axis.isUnread(before)) {
      return below;
    }
    // Where all that was read is on this side, so is all that could have been.
    int end = axis.isUnread(after) ? lastRead() : axis.lastBefore(before, after);
    below.set(0, end + 1);
    return below;
  }

  private int lastRead() {
    return axis.parts() - 2;
  }

  /** Values that no trial here has go with the larger side. */
  private BitSet withTheRest(BitSet below, List<Integer> order, int last) {
    int countBelow = order.subList(0, last + 1).stream().mapToInt(part -> counts[part]).sum();
    int countAbove =
        order.subList(last + 1, order.size()).stream().mapToInt(part -> counts[part]).sum();
    if (countBelow > countAbove) {
      BitSet above =
          order.subList(last + 1, order.size()).stream()
              .collect(BitSet::new, BitSet::set, BitSet::or);
      return BitSets.andNot(BitSets.first(axis.parts()), above);
    }
    return below;
  }
}
