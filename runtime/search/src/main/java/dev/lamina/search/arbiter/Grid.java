package dev.lamina.search.arbiter;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.sampler.Ask;
import dev.lamina.search.sampler.Sampler;
import dev.lamina.search.space.Dimension;
import dev.lamina.search.space.Space;
import java.util.Optional;
import java.util.function.Function;

/**
 * Grid search: the points of Arbiter's grid, in an order that the seed of the search gives.
 *
 * <p>A parameter with few values is tried with all of them, others with {@code levels} from the
 * least to the largest, at equal distances on their scale. Once all were tried, the search is over.
 *
 * @param levels how many values of a parameter that has more, at least 2
 */
public record Grid(int levels) implements Sampler {

  /** Checks the number. */
  public Grid {
    Requirement.of("grid", levels)
        .atLeast(2, "levels", levels, "give how many values of a real number are tried, such as 5");
  }

  /**
   * How many trials this search has in all, if there are no constraints and each trial reads all
   * parameters; fewer otherwise.
   *
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException if it has more than an {@code int}
   *     can count
   */
  public long size(SearchPlan plan) {
    Requirement.of("size", plan).present("plan", plan);
    return size(Space.of(plan.params()));
  }

  @Override
  public Optional<double[]> propose(Ask ask) {
    return session().apply(ask);
  }

  @Override
  public Function<Ask, Optional<double[]>> session() {
    return new GridWalk(this)::next;
  }

  /** It waits for nobody. */
  @Override
  public int visible(int trial, int window) {
    return 0;
  }

  @Override
  public String toString() {
    return Code.call("grid", levels).toString();
  }

  /** How many points it has in this space. */
  int size(Space space) {
    long size = 1;
    for (Dimension each : space.dimensions()) {
      size = Math.min(Integer.MAX_VALUE, size * count(each));
    }
    Requirement.of("grid", levels)
        .that(
            size < Integer.MAX_VALUE,
            "grid",
            "of fewer than 2^31 points",
            "larger",
            "use fewer levels, parameters, or another sampler");
    return (int) size;
  }

  private long count(Dimension dimension) {
    long all = dimension.count().orElse(Long.MAX_VALUE);
    return all <= levels || !dimension.isOrdered()
        ? all
        : PlaceSpace.levels(dimension, levels).length;
  }
}
