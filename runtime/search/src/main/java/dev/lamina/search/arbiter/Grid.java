package dev.lamina.search.arbiter;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.sampler.Ask;
import dev.lamina.search.sampler.Sampler;
import dev.lamina.search.space.Dimension;
import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.arbiter.optimize.generator.GridSearchCandidateGenerator;

/**
 * Grid search: the points of Arbiter's grid, in an order that the seed of the search gives.
 *
 * <p>A parameter with few values is tried with all of them, others with {@code levels} from the
 * least to the largest, at equal distances on their scale. Once all were tried, the search is over.
 *
 * @param levels how many values of a parameter that has more, at least 2
 */
public record Grid(int levels) implements Sampler {

  private static final double NEAR = 1e-9;

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
    Space space = ask.space();
    int size = size(space);
    List<double[]> levels = places(space);
    int[] counts = levels.stream().mapToInt(each -> each.length).toArray();
    PlaceSpace grid = PlaceSpace.levels(space, this.levels);
    Set<List<Integer>> tried = tried(ask, levels);
    Shuffle shuffle = new Shuffle(size, ask.seed());
    for (int each = 0; each < size; each++) {
      double[] numbers = GridSearchCandidateGenerator.indexToValues(counts, shuffle.at(each), size);
      double[] point = grid.getValue(numbers);
      if (!tried.contains(indices(point, levels)) && ask.admits().test(space.snap(point))) {
        return Optional.of(point);
      }
    }
    return Optional.empty();
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

  private int size(Space space) {
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

  private List<double[]> places(Space space) {
    return space.dimensions().stream().map(each -> PlaceSpace.levels(each, levels)).toList();
  }

  private static Set<List<Integer>> tried(Ask ask, List<double[]> levels) {
    Set<List<Integer>> tried = new HashSet<>();
    for (Observation trial : ask.trials()) {
      tried.add(indices(trial.point(), levels));
    }
    return tried;
  }

  /** Which level of each dimension; -1 where it is none. */
  private static List<Integer> indices(double[] point, List<double[]> levels) {
    List<Integer> indices = new ArrayList<>();
    for (int each = 0; each < point.length; each++) {
      indices.add(index(point[each], levels.get(each)));
    }
    return indices;
  }

  private static int index(double place, double[] levels) {
    for (int each = 0; each < levels.length; each++) {
      if (Math.abs(levels[each] - place) < NEAR) {
        return each;
      }
    }
    return -1;
  }
}
