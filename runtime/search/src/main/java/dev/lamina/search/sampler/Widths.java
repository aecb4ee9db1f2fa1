package dev.lamina.search.sampler;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How wide kernels are around the places of points in one dimension.
 *
 * <p>None is wider than the range from 0 to 1, or narrower than a part of it, which is the smaller
 * the more kernels there are, {@code n}. Kernels at NaN are as wide as the range; so is the last,
 * which is no point but the prior.
 */
interface Widths {

  /** More kernels than these narrow none. */
  double MOST = 100;

  /** The power of the number of kernels by which the narrowest of good trials narrow. */
  double NARROWING = 1.25;

  /** The width of each kernel. */
  double[] of(double[] centers);

  /**
   * The distance to the farther of both neighbours, at the ends to the only one: where points are
   * few, little is known (Bergstra and others, 2011); at least {@code 1 / min(100, n + 1)}. The
   * prior, in the middle, is a neighbour too.
   */
  static double[] byNeighbours(double[] centers) {
    double[] placed = centers.clone();
    placed[centers.length - 1] = 0.5;
    double[] sorted =
        DoubleStream.of(placed).filter(each -> !Double.isNaN(each)).sorted().toArray();
    double least = 1 / Math.min(MOST, centers.length + 1);
    double[] widths = all(centers.length, 1);
    int[] firsts = firsts(sorted);
    int[] taken = new int[sorted.length];
    for (int each = 0; each < centers.length - 1; each++) {
      if (!Double.isNaN(placed[each])) {
        int first = firsts[Arrays.binarySearch(sorted, placed[each])];
        int index = first + taken[first]++;
        double before = index == 0 ? 0 : sorted[index] - sorted[index - 1];
        double after = index == sorted.length - 1 ? 0 : sorted[index + 1] - sorted[index];
        widths[each] = limited(Math.max(before, after), least);
      }
    }
    return widths;
  }

  /** Where the first of those that are equal to each place is. */
  private static int[] firsts(double[] sorted) {
    int[] firsts = new int[sorted.length];
    for (int each = 1; each < sorted.length; each++) {
      firsts[each] = sorted[each] == sorted[each - 1] ? firsts[each - 1] : each;
    }
    return firsts;
  }

  /**
   * The same for all: their standard deviation by {@code k^(-1/(d+4))} for {@code k} of them in
   * {@code d} dimensions (Scott, 1992), so that they narrow where points gather; at least {@code (n
   * + 1)^(-1.25)}, which served best where it was tried.
   *
   * @param dimensions how many there are, {@code d}
   */
  static Widths bySpread(int dimensions) {
    return centers -> {
      double[] known =
          DoubleStream.of(centers)
              .limit(centers.length - 1)
              .filter(each -> !Double.isNaN(each))
              .toArray();
      double factor = StrictMath.pow(Math.max(1, known.length), -1.0 / (dimensions + 4));
      double least = StrictMath.pow(centers.length + 1, -NARROWING);
      double[] widths = all(centers.length, limited(factor * deviation(known), least));
      for (int each = 0; each < centers.length - 1; each++) {
        widths[each] = Double.isNaN(centers[each]) ? 1 : widths[each];
      }
      widths[centers.length - 1] = 1;
      return widths;
    };
  }

  private static double deviation(double[] places) {
    if (places.length < 2) {
      // That of places all over the range.
      return StrictMath.sqrt(1.0 / 12);
    }
    double mean = 0;
    for (double place : places) {
      mean += place / places.length;
    }
    double squares = 0;
    for (double place : places) {
      squares += (place - mean) * (place - mean);
    }
    return StrictMath.sqrt(squares / (places.length - 1));
  }

  private static double limited(double width, double least) {
    return Math.min(1, Math.max(least, width));
  }

  private static double[] all(int count, double width) {
    double[] widths = new double[count];
    Arrays.fill(widths, width);
    return widths;
  }
}
