package dev.lamina.training.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Whole numbers in place of shares of whole numbers, each off by less than 1. */
final class Apportionment {

  /** How far a product that should be whole may miss it by rounding, as a share of it. */
  private static final double ROUNDING = 1e-9;

  private final int[][] counts;
  private final boolean[][] isBroken;
  private final boolean[][] isRaised;
  private final int[] wanted;

  private Apportionment(int[] ofClass, double[] shares, int[] sizes) {
    int classes = ofClass.length;
    this.counts = new int[classes][shares.length];
    this.isBroken = new boolean[classes][shares.length];
    this.isRaised = new boolean[classes][shares.length];
    this.wanted = sizes.clone();
    for (int each = 0; each < classes; each++) {
      for (int part = 0; part < shares.length; part++) {
        double exact = product(ofClass[each], shares[part]);
        counts[each][part] = (int) exact;
        isBroken[each][part] = exact != Math.rint(exact);
        wanted[part] -= counts[each][part];
      }
    }
  }

  /** The sizes of parts of a total by these shares, by largest remainder, the first if equal. */
  static int[] sizes(int total, double[] shares) {
    double[] exact = DoubleStream.of(shares).map(share -> product(total, share)).toArray();
    int[] sizes = DoubleStream.of(exact).mapToInt(each -> (int) each).toArray();
    int left = total - IntStream.of(sizes).sum();
    IntStream.range(0, shares.length)
        .boxed()
        .sorted(Comparator.comparingDouble(part -> sizes[part] - exact[part]))
        .limit(left)
        .forEach(part -> sizes[part]++);
    return sizes;
  }

  /**
   * How many samples of each class each of at most three parts has: a share of the class, off by
   * less than 1, so that all classes together give the sizes of the parts.
   *
   * <p>Shares are rounded down at first; what is missing of a class then goes to parts that still
   * want samples, where its share was broken, as a matching along augmenting paths (Berge 1957). It
   * exists, since no two parts together want more than their rounded shares of all classes.
   */
  static int[][] table(int[] ofClass, double[] shares, int[] sizes) {
    Apportionment table = new Apportionment(ofClass, shares, sizes);
    for (int each = 0; each < ofClass.length; each++) {
      int left = ofClass[each] - Arrays.stream(table.counts[each]).sum();
      for (int unit = 0; unit < left; unit++) {
        if (!table.place(each, new boolean[shares.length])) {
          throw new IllegalStateException(
              "No table of shares " + Arrays.toString(shares) + " for " + Arrays.toString(ofClass));
        }
      }
    }
    for (int each = 0; each < ofClass.length; each++) {
      for (int part = 0; part < shares.length; part++) {
        table.counts[each][part] += table.isRaised[each][part] ? 1 : 0;
      }
    }
    return table.counts;
  }

  /** Gives one sample more of a class to a part, if need be to one that passes another on. */
  private boolean place(int each, boolean[] isTried) {
    for (int part = 0; part < wanted.length; part++) {
      if (isBroken[each][part] && !isRaised[each][part] && !isTried[part]) {
        isTried[part] = true;
        if (wanted[part] > 0) {
          wanted[part]--;
          isRaised[each][part] = true;
          return true;
        }
        if (passOn(part, isTried)) {
          isRaised[each][part] = true;
          return true;
        }
      }
    }
    return false;
  }

  /** Moves one sample more that this part has to another part. */
  private boolean passOn(int part, boolean[] isTried) {
    for (int each = 0; each < counts.length; each++) {
      if (isRaised[each][part] && place(each, isTried)) {
        isRaised[each][part] = false;
        return true;
      }
    }
    return false;
  }

  private static double product(int total, double share) {
    double product = total * share;
    double whole = Math.rint(product);
    return Math.abs(product - whole) <= ROUNDING * Math.max(1, whole) ? whole : product;
  }
}
