package dev.lamina.search.report;

import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.FlagParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.Param;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.training.listener.report.Figures;
import dev.lamina.training.listener.report.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An axis of a chart.
 *
 * @param name what is on it
 * @param marks the places with a label
 * @param places from numbers to places, from 0 to 1
 */
record Ruler(String name, List<Mark> marks, DoubleUnaryOperator places) {

  private static final int MOST_MARKS = 6;
  private static final int LONGEST_LABEL = 12;
  private static final double NEAR = 0.1;

  /** Numbers that span so many powers of ten are shown on a logarithmic scale. */
  private static final double WIDE = 1.7;

  /**
   * A label.
   *
   * @param place where, from 0 to 1
   */
  record Mark(double place, String label) {}

  /** Of an axis on which the places of a parameter are, from 0 to 1. */
  static Ruler of(Param<?> param) {
    return new Ruler(param.name(), marks(param), DoubleUnaryOperator.identity());
  }

  /** Of numbers, one of which at least is finite. */
  static Ruler of(String name, double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    double least = Arrays.stream(finite).min().orElse(0);
    double most = Arrays.stream(finite).max().orElse(1);
    boolean isWide = least > 0 && Math.log10(most / least) > WIDE;
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
    return new Ruler(name, marks, scale::place);
  }

  private static List<Mark> marks(Param<?> param) {
    return param.accept(
        new Param.Cases<List<Mark>>() {
          @Override
          public List<Mark> integer(IntParam whole) {
            boolean areFew = whole.count().orElseThrow() <= MOST_MARKS;
            return areFew || whole.step() > 1
                ? each(whole)
                : round(whole.low(), whole.high(), whole.logarithmic())
                    .filter(mark -> mark == Math.rint(mark))
                    .mapToObj(mark -> new Mark(whole.place((int) mark), Figures.of(mark)))
                    .toList();
          }

          @Override
          public List<Mark> real(RealParam real) {
            return real.step().isPresent()
                ? each(real)
                : round(real.low(), real.high(), real.logarithmic())
                    .mapToObj(mark -> new Mark(real.place(mark), Figures.of(mark)))
                    .toList();
          }

          @Override
          public List<Mark> choice(ChoiceParam<?> choice) {
            return each(choice);
          }

          @Override
          public List<Mark> flag(FlagParam flag) {
            return each(flag);
          }
        });
  }

  /** Round numbers of a range, and its ends where no round number is near. */
  private static DoubleStream round(double low, double high, boolean isLogarithmic) {
    if (low == high) {
      return DoubleStream.of(low);
    }
    double[] ends = {low, high};
    Scale scale = isLogarithmic ? Scale.logarithmic(ends) : Scale.linear(ends);
    DoubleStream inside =
        scale.marks().stream()
            .mapToDouble(each -> each)
            .filter(
                each ->
                    each == low
                        || each == high
                        || isBetween(scale.place(low), scale.place(each), scale.place(high)));
    return DoubleStream.concat(DoubleStream.of(ends), inside).distinct().sorted();
  }

  /** Not so near to the ends that labels would overlap. */
  private static boolean isBetween(double low, double place, double high) {
    double room = NEAR * (high - low);
    return place > low + room && place < high - room;
  }

  private static <T> List<Mark> each(Param<T> param) {
    int count = (int) param.count().orElseThrow();
    int every = (count + MOST_MARKS - 1) / MOST_MARKS;
    List<Mark> marks = new ArrayList<>();
    for (int index = 0; index < count; index += every) {
      T value = param.nth(index);
      marks.add(new Mark(param.place(value), shortened(String.valueOf(value))));
    }
    return marks;
  }

  private static String shortened(String label) {
    return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
  }
}
