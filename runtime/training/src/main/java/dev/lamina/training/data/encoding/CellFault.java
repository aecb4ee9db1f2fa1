package dev.lamina.training.data.encoding;

import dev.lamina.dsl.problem.Problem;

/**
 * Why a cell is refused.
 *
 * @param finding what was expected and what came: the rest of a sentence that starts with the place
 * @param fix what to do
 */
public record CellFault(String finding, String fix) {

  /** The same, said of a place. */
  Problem problem(String where) {
    return new Problem(where, finding, fix);
  }
}
