package dev.lamina.search.sampler;

/** How much a trial is expected to improve on the best: as a logarithm, so that it has slopes. */
final class Promise {

  private final Surrogate surrogate;
  private final Branches branches;
  private final double best;

  /**
   * By what is believed.
   *
   * @param surrogate what is believed
   * @param branches what would be read
   */
  Promise(Surrogate surrogate, Branches branches) {
    this.surrogate = surrogate;
    this.branches = branches;
    this.best = surrogate.leastMean();
  }

  /** Of a point. */
  double of(double[] point) {
    Surrogate.Belief belief = surrogate.at(branches.read(point));
    double deviation = belief.deviation();
    return ExpectedImprovement.log((best - belief.mean()) / deviation) + StrictMath.log(deviation);
  }

  /**
   * Less what is promised, as a function of these dimensions of a point, the others as they are.
   */
  Smooth disappointment(double[] point, int[] dimensions) {
    double[] all = branches.read(point).clone();
    return places -> {
      for (int each = 0; each < dimensions.length; each++) {
        boolean isRead = !Double.isNaN(all[dimensions[each]]);
        all[dimensions[each]] = isRead ? places[each] : Double.NaN;
      }
      return tangent(all, dimensions);
    };
  }

  private Tangent tangent(double[] point, int[] dimensions) {
    Surrogate.Slopes slopes = surrogate.slopes(point);
    double deviation = slopes.deviation().value();
    double z = (best - slopes.mean().value()) / deviation;
    double steep = ExpectedImprovement.slope(z);
    double[] gradient = new double[dimensions.length];
    for (int each = 0; each < dimensions.length; each++) {
      double mean = slopes.mean().slope(dimensions[each]);
      double wider = slopes.deviation().slope(dimensions[each]);
      gradient[each] = -(wider - steep * (mean + z * wider)) / deviation;
    }
    return new Tangent(-(ExpectedImprovement.log(z) + StrictMath.log(deviation)), gradient);
  }
}
