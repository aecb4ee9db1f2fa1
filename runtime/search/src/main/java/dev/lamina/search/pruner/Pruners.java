package dev.lamina.search.pruner;

/** Every pruner. */
public final class Pruners {

  private Pruners() {}

  /** Lets each trial go on to its end. */
  public static Pruner neverPrune() {
    return new NeverPrune();
  }

  /** Ends trials that are worse than the median of the complete ones at the same step. */
  public static PercentilePruner medianPruner() {
    return new PercentilePruner(PercentilePruner.MEDIAN);
  }

  /**
   * Ends trials that are not among the best complete ones at the same step.
   *
   * @param percentile how many in a hundred those are, from 0 to 100
   */
  public static PercentilePruner percentilePruner(double percentile) {
    return new PercentilePruner(percentile);
  }

  /** Lets one in four trials go on after 1, 4, 16, ... steps: asynchronous successive halving. */
  public static SuccessiveHalving successiveHalving() {
    return new SuccessiveHalving();
  }

  /**
   * Lets one in three trials go on at each rung, the first rung being earlier for some trials than
   * for others.
   *
   * @param maxResource how many steps, such as epochs, a trial has that is not ended
   */
  public static Hyperband hyperband(int maxResource) {
    return new Hyperband(maxResource);
  }

  /**
   * Ends trials that have not got better for a while, or lets another pruner decide on them then.
   *
   * @param patience for how many reports a trial may get no better, at least 0
   */
  public static PatientPruner patientPruner(int patience) {
    return new PatientPruner(patience);
  }

  /** Ends trials that diverge, and those whose objective is outside a range, if one is given. */
  public static ThresholdPruner thresholdPruner() {
    return new ThresholdPruner();
  }
}
