package dev.lamina.search.sampler;

import dev.lamina.search.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** Points among which the best is looked for: everywhere, and more near good ones. */
final class Drafts {

  private static final int ANYWHERE = 300;
  private static final int NEARBY = 40;
  private static final double NEAR = 0.1;
  private static final double NEARER = 0.01;

  /** A space of so few points is looked at whole. */
  private static final long FEW = 1000;

  private final Space space;
  private final RandomGenerator random;

  Drafts(Space space, RandomGenerator random) {
    this.space = space;
    this.random = random;
  }

  /**
   * The points, at the places that stand for their values.
   *
   * @param good points, NaN where they read no value
   */
  List<double[]> around(List<double[]> good) {
    OptionalLong all = count();
    List<double[]> points = new ArrayList<>();
    if (all.isPresent()) {
      for (long each = 0; each < all.getAsLong(); each++) {
        points.add(space.numbered(each));
      }
      return points;
    }
    for (int each = 0; each < ANYWHERE; each++) {
      points.add(space.snap(space.random(random)));
    }
    for (double[] point : good) {
      for (int each = 0; each < NEARBY; each++) {
        points.add(space.snap(near(point, each % 2 == 0 ? NEAR : NEARER)));
      }
    }
    return points;
  }

  private OptionalLong count() {
    long count = 1;
    for (int each = 0; each < space.size() && count <= FEW; each++) {
      count *= Math.min(FEW + 1, space.dimensions().get(each).count().orElse(FEW + 1));
    }
    return count <= FEW ? OptionalLong.of(count) : OptionalLong.empty();
  }

  /** Of choices, one is drawn anew on average. */
  private double[] near(double[] point, double distance) {
    double[] near = space.random(random);
    for (int each = 0; each < near.length; each++) {
      if (Double.isNaN(point[each])) {
        continue;
      }
      if (space.dimensions().get(each).isOrdered()) {
        double moved = point[each] + distance * Normal.draw(random);
        near[each] = Math.max(0, Math.min(1, moved));
      } else if (random.nextInt(space.size()) > 0) {
        near[each] = point[each];
      }
    }
    return near;
  }
}
