package dev.lamina.search.space;

import dev.lamina.dsl.search.KnownPoint;
import dev.lamina.dsl.search.Param;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * All dimensions of a search.
 *
 * <p>A point has one place from 0 to 1 in each.
 *
 * @param dimensions the parameters in their order
 */
public record Space(List<Dimension> dimensions) {

  /** Copies the list. */
  public Space {
    dimensions = List.copyOf(dimensions);
  }

  /** Of these parameters. */
  public static Space of(List<Param<?>> params) {
    return new Space(params.stream().map(Dimension::of).toList());
  }

  /** How many dimensions there are. */
  public int size() {
    return dimensions.size();
  }

  /** Which dimension is of this parameter, from 0; -1 if none is. */
  public int index(Param<?> param) {
    for (int each = 0; each < size(); each++) {
      if (dimensions.get(each).param().equals(param)) {
        return each;
      }
    }
    return -1;
  }

  /** Whether there are finitely many points, so that all of them may have been tried. */
  public boolean isFinite() {
    return dimensions.stream().allMatch(each -> each.count().isPresent());
  }

  /** A point at random, all values of a dimension being as likely. */
  public double[] random(RandomGenerator random) {
    return IntStream.range(0, size()).mapToDouble(each -> random.nextDouble()).toArray();
  }

  /**
   * A point of a space that has finitely many.
   *
   * @param index which, from 0: the values of the last dimension change first
   */
  public double[] numbered(long index) {
    double[] point = new double[size()];
    long rest = index;
    for (int each = size() - 1; each >= 0; each--) {
      long count = dimensions.get(each).count().orElseThrow();
      point[each] = dimensions.get(each).nth(rest % count);
      rest /= count;
    }
    return point;
  }

  /** The same point, at the places that stand for their values. */
  public double[] snap(double[] point) {
    double[] snapped = new double[size()];
    Arrays.setAll(snapped, each -> dimensions.get(each).snap(point[each]));
    return snapped;
  }

  /** Where values that are kept as numbers are; NaN where a parameter has none. */
  public double[] point(Map<String, Double> numbers) {
    return dimensions.stream().mapToDouble(each -> place(each, numbers)).toArray();
  }

  /** Where a known point is; as the other point is for parameters that it leaves open. */
  public double[] point(KnownPoint known, double[] others) {
    double[] point = new double[size()];
    Arrays.setAll(point, each -> known.place(dimensions.get(each).param()).orElse(others[each]));
    return point;
  }

  private static double place(Dimension dimension, Map<String, Double> numbers) {
    Double number = numbers.get(dimension.name());
    return number == null ? Double.NaN : dimension.place(number);
  }
}
