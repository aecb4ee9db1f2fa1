package dev.lamina.training.data.table;

import java.util.OptionalDouble;

/**
 * What stands for the missing cells of a column of numbers.
 *
 * <p>{@link Fillings} has those that are known; others may be given as a lambda.
 */
@FunctionalInterface
public interface Filling {

  /**
   * The number, or nothing where missing cells are refused.
   *
   * @param present the numbers that the training part has in the column: at least one, an array of
   *     the filling's own
   */
  OptionalDouble of(double[] present);
}
