package dev.lamina.search.pareto;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How good several compromises are together: the volume of all that one of them dominates, up to a
 * reference (Zitzler and Thiele 1998).
 *
 * <p>It is exact in any number of dimensions, by the slices that each point adds to those after it
 * (While et al. 2012, "A Fast Way of Calculating Exact Hypervolumes"). Its time grows with the
 * number of points to the power of objectives.
 */
public final class Hypervolume {

  private static final int PLANE = 2;

  private Hypervolume() {}

  /**
   * Of points of which less is better.
   *
   * @param points one number per objective each
   * @param reference where the volume ends: points that do not dominate it add nothing
   * @return infinity if it is larger than all numbers
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException if a point has not as many numbers
   *     as the reference, or if the reference is not finite
   */
  public static double of(List<double[]> points, double[] reference) {
    Requirement requirement =
        new Requirement(new Code("hypervolume(reference)")).present("reference", reference);
    String fix = "give what is worse than each good compromise";
    requirement.that(
        DoubleStream.of(reference).allMatch(Double::isFinite),
        "reference",
        "finite numbers",
        "infinite, or NaN",
        fix);
    for (double[] point : points) {
      requirement.that(
          point.length == reference.length,
          "reference",
          "a number for each of " + point.length + " objectives",
          reference.length,
          fix);
    }
    List<double[]> inside =
        points.stream().filter(point -> isInside(point, reference)).map(double[]::clone).toList();
    return volume(front(inside), reference);
  }

  private static boolean isInside(double[] point, double[] reference) {
    for (int each = 0; each < point.length; each++) {
      if (!(point[each] < reference[each])) {
        return false;
      }
    }
    return true;
  }

  /** Of points of which none dominates another. */
  private static double volume(List<double[]> front, double[] reference) {
    if (front.isEmpty()) {
      return 0;
    }
    if (reference.length == PLANE) {
      return area(front, reference);
    }
    double volume = 0;
    for (int each = 0; each < front.size(); each++) {
      double[] point = front.get(each);
      double box = box(point, reference);
      if (Double.isInfinite(box)) {
        return box;
      }
      List<double[]> shared =
          front.subList(each + 1, front.size()).stream()
              .map(other -> worseOf(point, other))
              .toList();
      volume += box - volume(front(shared), reference);
    }
    return volume;
  }

  /** From left to right, the points go down. */
  private static double area(List<double[]> front, double[] reference) {
    List<double[]> sorted = new ArrayList<>(front);
    sorted.sort(Comparator.comparingDouble(point -> point[0]));
    double area = 0;
    double above = reference[1];
    for (double[] point : sorted) {
      area += (reference[0] - point[0]) * (above - point[1]);
      above = point[1];
    }
    return area;
  }

  private static double box(double[] point, double[] reference) {
    double volume = 1;
    for (int each = 0; each < point.length; each++) {
      volume *= reference[each] - point[each];
    }
    return volume;
  }

  /** Where both dominate. */
  private static double[] worseOf(double[] one, double[] other) {
    double[] worse = new double[one.length];
    Arrays.setAll(worse, each -> Math.max(one[each], other[each]));
    return worse;
  }

  /** Each point of the front once. */
  private static List<double[]> front(List<double[]> points) {
    List<double[]> front = new ArrayList<>();
    for (int each : Pareto.front(points)) {
      double[] point = points.get(each);
      if (front.stream().noneMatch(other -> Arrays.equals(other, point))) {
        front.add(point);
      }
    }
    return front;
  }
}
