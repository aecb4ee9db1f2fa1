package dev.lamina.search.sampler;

import dev.lamina.search.space.Cell;
import dev.lamina.search.space.Dimension;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Normal distributions cut off at 0 and 1, {@code N(x; μ, σ²) / (Φ((1-μ)/σ) - Φ(-μ/σ))}; where the
 * values are finitely many, their mass in the cell of the value.
 */
final class OrderedKernels implements Kernels {

  /** In cells narrower than this part of σ the density is even. */
  private static final double NARROW = 0.25;

  /** Far more than a kernel inside needs. */
  private static final int DRAWS = 1000;

  private final Dimension dimension;

  /** Which of those that differ each kernel is. */
  private final int[] kinds;

  private final double[] centers;
  private final double[] widths;

  /** Of {@code σ} times the mass from 0 to 1. */
  private final double[] logScales;

  /**
   * Around these places.
   *
   * @param centers {@code μ} of each
   * @param widths {@code σ} of each
   */
  OrderedKernels(Dimension dimension, double[] centers, double[] widths) {
    this.dimension = dimension;
    this.kinds = kinds(dimension, centers, widths);
    int count = Arrays.stream(kinds).max().orElse(-1) + 1;
    this.centers = new double[count];
    this.widths = new double[count];
    this.logScales = new double[count];
    for (int each = centers.length - 1; each >= 0; each--) {
      this.centers[kinds[each]] = centers[each];
      this.widths[kinds[each]] = widths[each];
    }
    for (int each = 0; each < count; each++) {
      double low = -this.centers[each] / this.widths[each];
      double mass = Normal.between(low, (1 - this.centers[each]) / this.widths[each]);
      logScales[each] = StrictMath.log(mass * this.widths[each]);
    }
  }

  /** Where values are finitely many, so are kernels that differ, however many trials there are. */
  private static int[] kinds(Dimension dimension, double[] centers, double[] widths) {
    if (dimension.count().isEmpty()) {
      return IntStream.range(0, centers.length).toArray();
    }
    Map<List<Double>, Integer> known = new HashMap<>();
    int[] kinds = new int[centers.length];
    for (int each = 0; each < centers.length; each++) {
      List<Double> kernel = List.of(centers[each], widths[each]);
      kinds[each] = known.computeIfAbsent(kernel, any -> known.size());
    }
    return kinds;
  }

  @Override
  public double draw(int kernel, RandomGenerator random) {
    for (int draw = 0; draw < DRAWS; draw++) {
      double place = centers[kinds[kernel]] + widths[kinds[kernel]] * Normal.draw(random);
      if (place >= 0 && place <= 1) {
        return dimension.snap(place);
      }
    }
    return dimension.snap(random.nextDouble());
  }

  @Override
  public double[] logs(double place) {
    Cell cell = dimension.cell(place).orElse(new Cell(place, place));
    double[] differing = logs(place, cell.low(), cell.high());
    return differing.length == kinds.length
        ? differing
        : IntStream.of(kinds).mapToDouble(each -> differing[each]).toArray();
  }

  private double[] logs(double place, double low, double high) {
    double[] logs = new double[centers.length];
    double logWidth = high > low ? StrictMath.log(high - low) : 0;
    for (int each = 0; each < centers.length; each++) {
      double log =
          high - low > NARROW * widths[each]
              ? logMass(each, low, high)
              : Normal.logDensity((place - centers[each]) / widths[each]) + logWidth;
      logs[each] = log - logScales[each];
    }
    return logs;
  }

  private double logMass(int kernel, double low, double high) {
    double mass =
        Normal.between(
            (low - centers[kernel]) / widths[kernel], (high - centers[kernel]) / widths[kernel]);
    return StrictMath.log(Math.max(mass * widths[kernel], Double.MIN_NORMAL));
  }
}
