package dev.lamina.search.importance;

import java.util.Arrays;
import java.util.BitSet;
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
    return orders().stream().flatMap(order -> along(order).stream()).reduce(Cut::better);
  }

  /** What was not read may be like the least places, or like the largest. */
  private List<int[]> orders() {
    int[] present = present();
    if (!axis.isOrdered()) {
      return List.of(byMean(present));
    }
    boolean hasUnread = present.length > 0 && axis.isUnread(present[present.length - 1]);
    return hasUnread ? List.of(present, lastFirst(present)) : List.of(present);
  }

  /** Loops here and below: a forest comes this way half a million times. */
  private int[] present() {
    int[] present = new int[counts.length];
    int size = 0;
    for (int part = 0; part < counts.length; part++) {
      if (counts[part] > 0) {
        present[size++] = part;
      }
    }
    return Arrays.copyOf(present, size);
  }

  private static int[] lastFirst(int[] present) {
    int last = present.length - 1;
    int[] order = new int[present.length];
    order[0] = present[last];
    System.arraycopy(present, 0, order, 1, last);
    return order;
  }

  private int[] byMean(int[] present) {
    return IntStream.of(present)
        .boxed()
        .sorted(Comparator.comparingDouble(part -> sums[part] / counts[part]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private Optional<Cut> along(int[] order) {
    int all = 0;
    double total = 0;
    for (int part : order) {
      all += counts[part];
      total += sums[part];
    }
    int count = 0;
    double sum = 0;
    int best = -1;
    double most = Double.NEGATIVE_INFINITY;
    for (int each = 0; each < order.length - 1; each++) {
      count += counts[order[each]];
      sum += sums[order[each]];
      double gain = sum * sum / count + (total - sum) * (total - sum) / (all - count);
      if (gain > most) {
        most = gain;
        best = each;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(new Cut(number, below(order, best), most));
  }

  private BitSet below(int[] order, int last) {
    BitSet below = BitSets.of(order, 0, last + 1);
    if (!axis.isOrdered()) {
      return withTheRest(below, order, last);
    }
    int before = order[last];
    int after = order[last + 1];
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
  private BitSet withTheRest(BitSet below, int[] order, int last) {
    int countBelow = count(order, 0, last + 1);
    int countAbove = count(order, last + 1, order.length);
    if (countBelow > countAbove) {
      BitSet above = BitSets.of(order, last + 1, order.length);
      return BitSets.andNot(BitSets.first(axis.parts()), above);
    }
    return below;
  }

  private int count(int[] order, int from, int to) {
    return IntStream.range(from, to).map(each -> counts[order[each]]).sum();
  }
}
