package dev.lamina.search.importance;

import dev.lamina.search.space.Dimension;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One dimension in parts that no tree divides: the surroundings of each place that was tried, or
 * each value of a choice, and one more part where trials did not read the parameter.
 */
final class Axis {

  /** More parts than this are not told apart. */
  private static final int MOST_PARTS = 128;

  private final boolean ordered;
  private final double[] ends;
  private final double[] sizes;

  private Axis(boolean ordered, double[] ends, double unread) {
    this.ordered = ordered;
    this.ends = ends;
    this.sizes = new double[ends.length + (unread > 0 ? 1 : 0)];
    for (int part = 0; part < ends.length; part++) {
      sizes[part] = (ends[part] - (part == 0 ? 0 : ends[part - 1])) * (1 - unread);
    }
    if (unread > 0) {
      sizes[ends.length] = unread;
    }
  }

  /**
   * Of these places.
   *
   * @param places where the trials are, NaN where they did not read the parameter
   */
  static Axis of(Dimension dimension, double[] places) {
    double[] read = DoubleStream.of(places).filter(each -> !Double.isNaN(each)).toArray();
    double unread = 1 - (double) read.length / places.length;
    return dimension.isOrdered()
        ? new Axis(true, ends(DoubleStream.of(read).sorted().distinct().toArray()), unread)
        : new Axis(false, cells((int) dimension.count().orElseThrow()), unread);
  }

  /** Halfway between neighbours, of which there may be several in one part. */
  private static double[] ends(double[] distinct) {
    int parts = Math.max(1, Math.min(MOST_PARTS, distinct.length));
    double[] ends = new double[parts];
    for (int part = 0; part < parts - 1; part++) {
      int next = (int) ((long) distinct.length * (part + 1) / parts);
      ends[part] = (distinct[next - 1] + distinct[next]) / 2;
    }
    ends[parts - 1] = 1;
    return ends;
  }

  private static double[] cells(int count) {
    return IntStream.rangeClosed(1, count).mapToDouble(each -> (double) each / count).toArray();
  }

  /** Whether near places are alike. */
  boolean isOrdered() {
    return ordered;
  }

  /** How many parts there are. */
  int parts() {
    return sizes.length;
  }

  /** The share that a part has of the whole. */
  double size(int part) {
    return sizes[part];
  }

  /** The part of trials that did not read the parameter, if it is one. */
  boolean isUnread(int part) {
    return part == ends.length;
  }

  /** The part that this place is in. */
  int part(double place) {
    if (Double.isNaN(place)) {
      return ends.length;
    }
    int found = Arrays.binarySearch(ends, place);
    int after = found >= 0 ? found + 1 : -found - 1;
    return Math.min(after, ends.length - 1);
  }

  /** The last part before the place halfway between two parts, of which there may be others. */
  int lastBefore(int part, int other) {
    double halfway = (middle(part) + middle(other)) / 2;
    int last = part;
    while (last + 1 < other && ends[last] < halfway) {
      last++;
    }
    return last;
  }

  private double middle(int part) {
    return ((part == 0 ? 0 : ends[part - 1]) + ends[part]) / 2;
  }
}
