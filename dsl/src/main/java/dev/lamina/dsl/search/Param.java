package dev.lamina.dsl.search;

import java.util.OptionalLong;

/**
 * A hyperparameter: a name, and the values that a search may try for it.
 *
 * <p>Each value has a place between 0 and 1, so that equal distances mean equal steps in search:
 * samplers see places only. A parameter of {@code k} values cuts that range into {@code k} cells.
 *
 * @param <T> the type of its values
 */
public sealed interface Param<T> permits IntParam, RealParam, ChoiceParam, FlagParam {

  /** Its name in tables and files, unique in a search. */
  String name();

  /** The value at this place, from 0 to 1; what lies outside counts as the nearer end. */
  T at(double place);

  /** The place of this value, from 0 to 1: for one of finitely many, a place within its cell. */
  double place(T value);

  /** Whether this is one of its values. */
  boolean has(T value);

  /** One of its values as tables, pages and files have it, the same in each run of a program. */
  default String text(T value) {
    return String.valueOf(value);
  }

  /** How many values it has; none if they cannot be counted. */
  OptionalLong count();

  /** The value with this index, from 0, of finitely many in their order. */
  T nth(long index);

  /** Whether values near each other are alike: not so for choices and flags. */
  boolean isOrdered();

  /** Calls the method for this kind of parameter. */
  <R> R accept(Cases<R> cases);

  /** Handles each kind of parameter. */
  interface Cases<R> {

    /** A whole number. */
    R integer(IntParam param);

    /** A real number. */
    R real(RealParam param);

    /** One of several things. */
    R choice(ChoiceParam<?> param);

    /** Yes or no. */
    R flag(FlagParam param);
  }
}
