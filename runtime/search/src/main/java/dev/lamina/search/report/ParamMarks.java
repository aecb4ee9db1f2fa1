package dev.lamina.search.report;

import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.FlagParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.Param;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.search.report.Ruler.Mark;
import dev.lamina.training.listener.report.Figures;
import dev.lamina.training.listener.report.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The values of a parameter that are marked on its axis. */
final class ParamMarks implements Param.Cases<List<Mark>> {

  private static final int MOST_MARKS = 6;
  private static final int LONGEST_LABEL = 12;
  private static final double NEAR = 0.1;

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
      marks.add(new Mark(param.place(value), shortened(param.text(value))));
    }
    return marks;
  }

  private static String shortened(String label) {
    return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
  }
}
