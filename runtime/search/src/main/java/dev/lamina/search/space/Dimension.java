package dev.lamina.search.space;

import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.FlagParam;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.Param;
import dev.lamina.dsl.search.RealParam;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One parameter of a search, as samplers see it: the range from 0 to 1, cut into cells where it has
 * finitely many values.
 */
public final class Dimension {

  private final Param<?> param;

  private Dimension(Param<?> param) {
    this.param = param;
  }

  /** Of this parameter. */
  public static Dimension of(Param<?> param) {
    return new Dimension(param);
  }

  /** The parameter's name. */
  public String name() {
    return param.name();
  }

  /** How many values there are; none if they cannot be counted. */
  public OptionalLong count() {
    return param.count();
  }

  /** Whether near places mean things that are alike: not so for choices and flags. */
  public boolean isOrdered() {
    return param.isOrdered();
  }

  /** The place that stands for all those which mean the same value as this one does. */
  public double snap(double place) {
    return snapped(param, place);
  }

  /** The place that stands for this value of finitely many, counted from 0 in their order. */
  public double nth(long index) {
    return nthPlace(param, index);
  }

  /** The places that mean the same value as this one; none if there are infinitely many values. */
  public Optional<Cell> cell(double place) {
    if (count().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        param instanceof IntParam whole && whole.logarithmic()
            ? logarithmic(whole, number(place))
            : even(count().getAsLong(), place));
  }

  /**
   * The value at this place as a number: itself, or for a choice its index, for a flag 0 or 1.
   *
   * <p>This is what is kept of a trial. Not every storage tells a negative zero from a positive
   * one.
   */
  public double number(double place) {
    return param.accept(
        new Param.Cases<Double>() {
          @Override
          public Double integer(IntParam whole) {
            return (double) whole.at(place);
          }

          @Override
          public Double real(RealParam real) {
            return real.at(place) + 0.0;
          }

          @Override
          public Double choice(ChoiceParam<?> choice) {
            return (double) choice.options().indexOf(choice.at(place));
          }

          @Override
          public Double flag(FlagParam flag) {
            return flag.at(place) ? 1.0 : 0.0;
          }
        });
  }

  /** The place of a value that is given as a number. */
  public double place(double number) {
    return param.accept(
        new Param.Cases<Double>() {
          @Override
          public Double integer(IntParam whole) {
            return whole.place((int) number);
          }

          @Override
          public Double real(RealParam real) {
            return real.place(number);
          }

          @Override
          public Double choice(ChoiceParam<?> choice) {
            return optionPlace(choice, (int) number);
          }

          @Override
          public Double flag(FlagParam flag) {
            return flag.place(number == 1);
          }
        });
  }

  /** A value that is given as a number, as text. */
  public String printed(double number) {
    return text(param, place(number));
  }

  /** What the parameter is. */
  public Param<?> param() {
    return param;
  }

  @Override
  public String toString() {
    return param.toString();
  }

  /** A parameter of one value may stand at the edge of its cell, so that the middle is no help. */
  private static Cell even(long count, double place) {
    double index = Math.min(count - 1.0, Math.floor(place * count));
    return new Cell(index / count, (index + 1) / count);
  }

  private static Cell logarithmic(IntParam whole, double value) {
    double lowest = StrictMath.log(whole.low() - 0.5);
    double range = StrictMath.log(whole.high() + 0.5) - lowest;
    return new Cell(
        Math.max(0, (StrictMath.log(value - 0.5) - lowest) / range),
        Math.min(1, (StrictMath.log(value + 0.5) - lowest) / range));
  }

  private static <T> double optionPlace(ChoiceParam<T> choice, int index) {
    return choice.place(choice.options().get(index));
  }

  private static <T> double nthPlace(Param<T> param, long index) {
    return param.place(param.nth(index));
  }

  private static <T> String text(Param<T> param, double place) {
    return param.text(param.at(place));
  }

  private static <T> double snapped(Param<T> param, double place) {
    return param.place(param.at(place));
  }
}
