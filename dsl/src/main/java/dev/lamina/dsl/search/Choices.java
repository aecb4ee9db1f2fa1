package dev.lamina.dsl.search;

/** A value for each parameter of a search: what one trial tries. */
public interface Choices {

  /**
   * The value of this parameter.
   *
   * <p>A parameter that is read in one branch only belongs to the trials that take this branch.
   *
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException if the search has no such parameter
   */
  <T> T get(Param<T> param);
}
