package dev.lamina.training.listener.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An axis: where numbers lie between its ends, and which of them are marked.
 *
 * @param low the number at the start
 * @param high the number at the end, above {@code low}
 * @param logarithmic whether equal distances are equal ratios
 * @param marks the marked numbers, the least first
 */
public record Scale(double low, double high, boolean logarithmic, List<Double> marks) {

  private static final int MOST_MARKS = 6;

  /** For these numbers, of which one at least is finite, with room for round marks. */
  public static Scale linear(double[] values) {
    double least = DoubleStream.of(values).filter(Double::isFinite).min().orElse(0);
    double most = DoubleStream.of(values).filter(Double::isFinite).max().orElse(1);
    if (most - least < 1e-12 * Math.max(1, Math.abs(most))) {
      double size = Math.max(Math.abs(least), Math.abs(most));
      double room = size == 0 ? 1 : size / 10;
      return between(
          least == 0 ? 0 : least - room, most + room, step(Math.max(2 * room, most - least)));
    }
    return between(least, most, step(most - least));
  }

  /** For epochs: the first is marked, and then round numbers; a single one lies in the middle. */
  static Scale epochs(double first, double last) {
    if (last == first) {
      return new Scale(first - 1, first + 1, false, List.of(first));
    }
    double end = Math.max(last, first + 1);
    double step = Math.max(1, step(end - first));
    List<Double> marks = new ArrayList<>(List.of(first));
    for (double mark = step; mark <= end; mark += step) {
      if (mark - first >= step / 2) {
        marks.add(mark);
      }
    }
    return new Scale(first, end, false, marks);
  }

  /** For numbers of which one at least is above 0; the others are not shown. */
  public static Scale logarithmic(double[] values) {
    double[] shown = DoubleStream.of(values).filter(each -> each > 0 && each < 1e300).toArray();
    double least = DoubleStream.of(shown).min().orElse(1);
    double most = DoubleStream.of(shown).max().orElse(10);
    int from = (int) Math.floor(Math.log10(least));
    int to = (int) Math.ceil(Math.log10(most) + 1e-9);
    boolean wide = Math.log10(most / least) > 2.5;
    int stride = Math.max(1, (to - from + MOST_MARKS - 1) / MOST_MARKS);
    List<Double> all =
        IntStream.rangeClosed(from, to)
            .filter(power -> wide ? (power - from) % stride == 0 : power < to)
            .boxed()
            .flatMap(
                power ->
                    (wide ? Stream.of(1) : Stream.of(1, 2, 5, 10))
                        .map(each -> each * Math.pow(10, power)))
            .distinct()
            .toList();
    return enclosing(least, most, all);
  }

  /** Where a number lies: 0 at the start, 1 at the end. */
  public double place(double value) {
    return logarithmic
        ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
        : (value - low) / (high - low);
  }

  /** Whether the number can be shown. */
  public boolean shows(double value) {
    return Double.isFinite(value) && (!logarithmic || value > 0);
  }

  /** From the last mark below to the first above, or to the ends themselves where there is none. */
  private static Scale enclosing(double least, double most, List<Double> all) {
    double low = all.stream().filter(mark -> mark <= least * (1 + 1e-9)).reduce(least, (a, b) -> b);
    double high = all.stream().filter(mark -> mark >= most * (1 - 1e-9)).findFirst().orElse(most);
    List<Double> marks = all.stream().filter(mark -> mark >= low && mark <= high).toList();
    return new Scale(low, high > low ? high : 10 * low, true, marks);
  }

  private static Scale between(double least, double most, double step) {
    long from = (long) Math.floor(least / step + 1e-9);
    long to = (long) Math.ceil(most / step - 1e-9);
    List<Double> marks = new ArrayList<>();
    for (long each = from; each <= to; each++) {
      marks.add(each * step);
    }
    return new Scale(from * step, to * step, false, marks);
  }

  /** The least of 1, 2, 2.5 and 5 times a power of ten that gives few marks. */
  private static double step(double range) {
    double rough = range / (MOST_MARKS - 1);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    return DoubleStream.of(1, 2, 2.5, 5, 10)
        .map(each -> each * power)
        .filter(each -> each >= rough * (1 - 1e-9))
        .findFirst()
        .orElse(10 * power);
  }
}
