package dev.lamina.search.arbiter;

import dev.lamina.search.sampler.Ask;
import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import java.util.Optional;
import org.deeplearning4j.arbiter.optimize.generator.GridSearchCandidateGenerator;

/** Goes through a grid, once: what may not be tried now may not be later on either. */
final class GridWalk {

  private static final double NEAR = 1e-9;

  private final Grid grid;
  private int place;

  GridWalk(Grid grid) {
    this.grid = grid;
  }

  /** The next point that may be tried; nothing at the end. */
  Optional<double[]> next(Ask ask) {
    Space space = ask.space();
    PlaceSpace places = PlaceSpace.levels(space, grid.levels());
    int[] counts =
        space.dimensions().stream()
            .mapToInt(each -> PlaceSpace.levels(each, grid.levels()).length)
            .toArray();
    int size = grid.size(space);
    Shuffle shuffle = new Shuffle(size, ask.seed());
    for (; place < size; place++) {
      int index = shuffle.at(place);
      double[] point =
          places.getValue(GridSearchCandidateGenerator.indexToValues(counts, index, size));
      if (!isTried(point, ask) && ask.admits().test(space.snap(point))) {
        return Optional.of(point);
      }
    }
    return Optional.empty();
  }

  private static boolean isTried(double[] point, Ask ask) {
    return ask.trials().stream().anyMatch(trial -> isAt(trial, point));
  }

  /** A trial that did not read all values is nowhere. */
  private static boolean isAt(Observation trial, double[] point) {
    for (int each = 0; each < point.length; each++) {
      double distance = Math.abs(trial.place(each) - point[each]);
      if (!(distance < NEAR)) {
        return false;
      }
    }
    return true;
  }
}
