package dev.lamina.search.sampler;

import dev.lamina.search.space.Cell;
import dev.lamina.search.space.Dimension;
import dev.lamina.search.space.Space;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Makes children of points: simulated binary crossover and polynomial mutation within 0 and 1 (Deb
 * and Agrawal 1995; Deb and Goyal 1996).
 *
 * @param space where the points are
 * @param random what is random about it
 */
record Variation(Space space, RandomGenerator random) {

  /** The larger, the nearer children are to their parents. */
  private static final double CROSSOVER_INDEX = 20;

  /** Less than in the papers, where populations are bred for thousands of trials. */
  private static final double MUTATION_INDEX = 1;

  private static final double HALF = 0.5;
  private static final double SAME = 1e-14;

  /** The same point with random places where it has none. */
  double[] complete(double[] point) {
    double[] complete = point.clone();
    for (int each = 0; each < complete.length; each++) {
      if (Double.isNaN(complete[each])) {
        complete[each] = random.nextDouble();
      }
    }
    return complete;
  }

  /** A child of two points. */
  double[] crossed(double[] one, double[] other) {
    double[] first = complete(one);
    double[] second = complete(other);
    double[] child = new double[first.length];
    Arrays.setAll(child, each -> crossed(space.dimensions().get(each), first[each], second[each]));
    return child;
  }

  /** The same point with each place changed with this probability. */
  double[] mutated(double[] point, double probability) {
    double[] mutated = point.clone();
    for (int each = 0; each < mutated.length; each++) {
      if (random.nextDouble() < probability) {
        mutated[each] = mutated(space.dimensions().get(each), mutated[each]);
      }
    }
    return mutated;
  }

  /** Half of the numbers are crossed; of those that are not, and of choices, one is passed on. */
  private double crossed(Dimension dimension, double one, double other) {
    boolean isFirst = random.nextBoolean();
    boolean isCrossed = random.nextBoolean() && dimension.isOrdered();
    if (!isCrossed || Math.abs(one - other) < SAME) {
      return isFirst ? one : other;
    }
    double low = Math.min(one, other);
    double high = Math.max(one, other);
    double middle = (low + high) / 2;
    double half = (high - low) / 2;
    return isFirst
        ? middle - spread(low / (high - low)) * half
        : middle + spread((1 - high) / (high - low)) * half;
  }

  /**
   * How far a child is from the middle as a multiple of its parents' distance, within the bound.
   */
  private double spread(double room) {
    double alpha = 2 - StrictMath.pow(1 + 2 * room, -(CROSSOVER_INDEX + 1));
    double share = random.nextDouble() * alpha;
    double base = share <= 1 ? share : 1 / (2 - share);
    return StrictMath.pow(base, 1 / (CROSSOVER_INDEX + 1));
  }

  private double mutated(Dimension dimension, double place) {
    if (!dimension.isOrdered()) {
      return random.nextDouble();
    }
    double changed = Math.max(0, Math.min(1, place + shift(place)));
    boolean isSame = dimension.snap(changed) == dimension.snap(place);
    return dimension
        .cell(place)
        .filter(any -> isSame)
        .map(cell -> neighbour(cell, changed > place))
        .orElse(changed);
  }

  private double shift(double place) {
    double share = random.nextDouble();
    if (share <= HALF) {
      double low = StrictMath.pow(1 - place, MUTATION_INDEX + 1);
      return StrictMath.pow(2 * share + (1 - 2 * share) * low, 1 / (MUTATION_INDEX + 1)) - 1;
    }
    double high = StrictMath.pow(place, MUTATION_INDEX + 1);
    return 1 - StrictMath.pow(2 * (1 - share) + (2 * share - 1) * high, 1 / (MUTATION_INDEX + 1));
  }

  /** One value further, or one back at the end. */
  private static double neighbour(Cell cell, boolean up) {
    double further = up ? cell.after() : cell.before();
    double back = up ? cell.before() : cell.after();
    return further >= 0 && further <= 1 ? further : Math.max(0, Math.min(1, back));
  }
}
