package dev.lamina.search.report;

import dev.lamina.dsl.search.Param;
import dev.lamina.training.listener.report.Figures;
import dev.lamina.training.listener.report.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * An axis of a chart.
 *
 * @param name what is on it
 * @param marks the places with a label
 * @param places from numbers to places, from 0 to 1
 */
record Ruler(String name, List<Mark> marks, DoubleUnaryOperator places) {

  /** Numbers that span so many powers of ten are shown on a logarithmic scale. */
  private static final double WIDE = 1.7;

  /** Larger numbers are shown at the edge: the distance of two might be infinite. */
  private static final double MOST = 1e299;

  /** Smaller numbers are shown at the edge, since a part of them might be zero. */
  private static final double LEAST = 1e-299;

  /**
   * A label.
   *
   * @param place where, from 0 to 1
   */
  record Mark(double place, String label) {}

  /** Of an axis on which the places of a parameter are, from 0 to 1. */
  static Ruler of(Param<?> param) {
    return new Ruler(param.name(), param.accept(new ParamMarks()), DoubleUnaryOperator.identity());
  }

  /**
   * Of numbers, one of which at least is finite.
   *
   * @param isLoss whether small numbers are the ones to tell apart, for which a logarithmic scale
   *     is chosen where they differ widely
   */
  static Ruler of(String name, double[] values, boolean isLoss) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).map(Ruler::limited).toArray();
    double least = Arrays.stream(finite).min().orElse(0);
    double most = Arrays.stream(finite).max().orElse(1);
    boolean isWide = isLoss && least > 0 && Math.log10(most / least) > WIDE;
    return of(name, isWide ? Scale.logarithmic(finite) : Scale.linear(finite));
  }

  /** Of whole numbers from one to another. */
  static Ruler counted(String name, int first, int last) {
    int end = Math.max(last, first + 1);
    Scale scale = Scale.linear(new double[] {first, end});
    List<Mark> marks =
        scale.marks().stream()
            .filter(mark -> mark == Math.rint(mark) && mark >= first && mark <= end)
            .map(mark -> new Mark((mark - first) / (end - first), Figures.of(mark)))
            .toList();
    return new Ruler(name, marks, value -> (value - first) / (end - first));
  }

  double place(double value) {
    return places.applyAsDouble(value);
  }

  private static Ruler of(String name, Scale scale) {
    List<String> labels = Figures.alike(scale.marks());
    List<Mark> marks =
        IntStream.range(0, labels.size())
            .mapToObj(each -> new Mark(scale.place(scale.marks().get(each)), labels.get(each)))
            .toList();
    return new Ruler(name, marks, value -> scale.place(limited(value)));
  }

  private static double limited(double value) {
    double size = Math.max(LEAST, Math.min(MOST, Math.abs(value)));
    return value == 0 ? 0 : Math.copySign(size, value);
  }
}
