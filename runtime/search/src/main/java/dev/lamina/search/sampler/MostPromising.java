package dev.lamina.search.sampler;

import dev.lamina.search.space.Cell;
import dev.lamina.search.space.Dimension;
import dev.lamina.search.space.Space;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Looks for the point that promises most among those that may be tried. */
final class MostPromising {

  private static final int STARTS = 4;
  private static final int ROUNDS = 3;
  private static final int STEPS = 20;
  private static final double GAIN = 1e-4;
  private static final double REACH = 0.1;

  /** A number of so many values is moved as if it had all. */
  private static final long MANY = 32;

  private final Space space;
  private final Promise promise;
  private final Predicate<double[]> admits;
  private final int[] smooth;

  MostPromising(Space space, Promise promise, Predicate<double[]> admits) {
    this.space = space;
    this.promise = promise;
    this.admits = admits;
    this.smooth = IntStream.range(0, space.size()).filter(this::isSmooth).toArray();
  }

  /** The best that is found from these points; if none of them may be tried, the best of them. */
  double[] from(List<double[]> points) {
    List<Scored> ranked =
        points.stream()
            .map(point -> new Scored(point, promise.of(point)))
            .sorted(Comparator.comparingDouble(Scored::score).reversed())
            .toList();
    return ranked.stream()
        .filter(each -> admits.test(each.point()))
        .limit(STARTS)
        .map(this::improved)
        .max(Comparator.comparingDouble(Scored::score))
        .orElse(ranked.get(0))
        .point();
  }

  private Scored improved(Scored start) {
    Scored best = start;
    for (int round = 0; round < ROUNDS; round++) {
      Scored before = best;
      best = moved(slid(best));
      if (best.score() - before.score() < GAIN) {
        break;
      }
    }
    return best;
  }

  /** Along the slope. */
  private Scored slid(Scored start) {
    double[] places = Arrays.stream(smooth).mapToDouble(each -> start.point()[each]).toArray();
    double[] low = new double[smooth.length];
    double[] high = new double[smooth.length];
    Arrays.fill(high, 1);
    double[] end =
        new BoxDescent(promise.disappointment(start.point(), smooth), low, high, places)
            .walk(STEPS, GAIN, REACH)
            .point();
    double[] point = start.point().clone();
    for (int each = 0; each < smooth.length; each++) {
      point[smooth[each]] = end[each];
    }
    return better(start, space.snap(point));
  }

  /** To the next values of a number, or another option of a choice. */
  private Scored moved(Scored start) {
    Scored best = start;
    for (int each = 0; each < space.size(); each++) {
      Dimension dimension = space.dimensions().get(each);
      if (dimension.count().isPresent()) {
        for (double place : others(dimension, best.point()[each])) {
          double[] point = best.point().clone();
          point[each] = place;
          best = better(best, point);
        }
      }
    }
    return best;
  }

  private Scored better(Scored best, double[] point) {
    double score = promise.of(point);
    return score > best.score() && admits.test(point) ? new Scored(point, score) : best;
  }

  private static double[] others(Dimension dimension, double place) {
    if (!dimension.isOrdered()) {
      int count = Math.toIntExact(dimension.count().orElseThrow());
      return IntStream.range(0, count).mapToDouble(dimension::nth).toArray();
    }
    Cell cell = dimension.cell(place).orElseThrow();
    return DoubleStream.of(cell.before(), cell.after())
        .filter(each -> each > 0 && each < 1)
        .map(dimension::snap)
        .toArray();
  }

  private boolean isSmooth(int index) {
    Dimension dimension = space.dimensions().get(index);
    return dimension.isOrdered() && dimension.count().orElse(MANY + 1) > MANY;
  }

  private record Scored(double[] point, double score) {}
}
