package dev.lamina.search.sampler;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Tries what good trials have in common and others do not (Bergstra, Bardenet, Bengio and Kégl,
 * 2011, "Algorithms for Hyper-Parameter Optimization"; over all parameters at once as Falkner,
 * Klein and Hutter, 2018, "BOHB", do).
 *
 * <p>The best {@code min(⌈share · n⌉, 25)} of {@code n} known trials make a density {@code l(x)},
 * all the others {@code g(x)}; of some points drawn from {@code l}, the one with the largest {@code
 * l(x) / g(x)} is tried, which is where the expected improvement is largest. Each density is a sum
 * of normal distributions around the trials, and a wide one for what is not known. Of the good
 * trials the {@code r}-th best of {@code k} counts {@code ln(k + 1) - ln r}, since it improves the
 * more; of the others the 25 latest count fully, earlier ones ever less. All distributions are as
 * wide as the good trials are spread, by Scott's rule (1992), in both densities. Half of each takes
 * parameters to belong together, as BOHB does, and leans the way the good trials lie in those that
 * are real numbers; half takes them to be independent of each other, as the paper of 2011 does.
 *
 * <p>Trials that were pruned are worse than complete ones, those worse that got less far. Failed
 * trials are among the others, and so are running ones, so that their points are not tried again. A
 * parameter that a trial did not read says nothing. Of several objectives, trials are the better
 * the fewer others dominate them.
 *
 * @param startup so many trials must be known before; until then points of a Sobol sequence are
 *     tried; 10 by default
 * @param candidates how many points are drawn, of which the best is tried; 24 by default
 * @param goodShare which share of the trials is good; 0.15 by default
 * @param priorWeight how much the wide distribution counts, where a trial counts 1; 1 by default
 * @param isIndependent whether the densities take each parameter to be independent of the others,
 *     as in the paper of 2011; false by default
 */
public record ParzenSampler(
    int startup, int candidates, double goodShare, double priorWeight, boolean isIndependent)
    implements Sampler {

  private static final int STARTUP = 10;
  private static final int CANDIDATES = 24;
  private static final double GOOD_SHARE = 0.15;
  private static final double PRIOR_WEIGHT = 1;
  private static final int MOST_GOOD = 25;

  /** With every option at its default. */
  public ParzenSampler() {
    this(STARTUP, CANDIDATES, GOOD_SHARE, PRIOR_WEIGHT, false);
  }

  /** Checks the numbers. */
  public ParzenSampler {
    Requirement.of("startup", startup)
        .atLeast(0, "trials", startup, "give how many trials start the search, such as 10");
    Requirement.of("candidates", candidates)
        .atLeast(1, "points", candidates, "give how many points are compared, such as 24");
    Requirement.of("goodShare", goodShare)
        .that(
            goodShare > 0 && goodShare < 1,
            "share",
            "a number between 0 and 1",
            goodShare,
            "give the share of good trials, such as 0.15");
    Requirement.of("priorWeight", priorWeight)
        .positive("weight", priorWeight, "give what it counts, such as 1");
  }

  /** The same sampler that knows so many trials before it chooses. */
  public ParzenSampler startup(int trials) {
    return new ParzenSampler(trials, candidates, goodShare, priorWeight, isIndependent);
  }

  /** The same sampler that compares so many points. */
  public ParzenSampler candidates(int points) {
    return new ParzenSampler(startup, points, goodShare, priorWeight, isIndependent);
  }

  /** The same sampler that takes this share of the trials for good. */
  public ParzenSampler goodShare(double share) {
    return new ParzenSampler(startup, candidates, share, priorWeight, isIndependent);
  }

  /** The same sampler for which the wide distribution counts so much. */
  public ParzenSampler priorWeight(double weight) {
    return new ParzenSampler(startup, candidates, goodShare, weight, isIndependent);
  }

  /** The same sampler that takes each parameter to be independent of the others. */
  public ParzenSampler independent() {
    return new ParzenSampler(startup, candidates, goodShare, priorWeight, true);
  }

  @Override
  public Optional<double[]> propose(Ask ask) {
    int known = known(ask.trials());
    if (known < startup) {
      return new SobolSampler().propose(ask);
    }
    List<double[]> candidates = candidates(ask, known);
    return Optional.of(
        candidates.stream().filter(ask.admits()).findFirst().orElse(candidates.get(0)));
  }

  @Override
  public String toString() {
    return Code.call("tpe")
        .thenIf(startup != STARTUP, "startup", startup)
        .thenIf(candidates != CANDIDATES, "candidates", candidates)
        .thenIf(goodShare != GOOD_SHARE, "goodShare", goodShare)
        .thenIf(priorWeight != PRIOR_WEIGHT, "priorWeight", priorWeight)
        .thenIf(isIndependent, "independent")
        .toString();
  }

  /** Points of the first density, the most promising first. */
  private List<double[]> candidates(Ask ask, int known) {
    int size = Math.min((int) Math.ceil(goodShare * known), MOST_GOOD);
    Elite elite = Elite.of(Ranking.tiers(ask.trials(), ask.objectives()), size);
    Set<Observation> best = new HashSet<>(elite.trials());
    List<Observation> others = ask.trials().stream().filter(each -> !best.contains(each)).toList();
    List<double[]> fine = points(ask.space(), elite.trials());
    ParzenFit fit = ParzenFit.to(ask.space(), priorWeight, isIndependent, fine, known);
    ParzenEstimator good = fit.of(fine, elite.weights());
    ParzenEstimator bad = fit.of(points(ask.space(), others));
    // Of few values, most are drawn more than once.
    Map<List<Double>, Double> scores = new HashMap<>();
    List<Candidate> drawn = new ArrayList<>();
    for (int each = 0; each < candidates; each++) {
      double[] place = good.draw(ask.random());
      List<Double> key = DoubleStream.of(place).boxed().toList();
      double score =
          scores.computeIfAbsent(key, any -> good.logDensity(place) - bad.logDensity(place));
      drawn.add(new Candidate(place, score));
    }
    return drawn.stream()
        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
        .map(Candidate::point)
        .toList();
  }

  private static List<double[]> points(Space space, List<Observation> trials) {
    return trials.stream().map(each -> point(space, each)).toList();
  }

  /**
   * A running trial is no reason against an option, of which there are few: only against places.
   */
  private static double[] point(Space space, Observation trial) {
    double[] point = trial.point();
    if (trial.state() == Observation.State.RUNNING) {
      for (int each = 0; each < point.length; each++) {
        point[each] = space.dimensions().get(each).isOrdered() ? point[each] : Double.NaN;
      }
    }
    return point;
  }

  private static int known(List<Observation> trials) {
    return (int)
        trials.stream()
            .filter(
                each ->
                    each.state() == Observation.State.COMPLETE
                        || each.state() == Observation.State.PRUNED)
            .count();
  }

  private record Candidate(double[] point, double score) {}
}
