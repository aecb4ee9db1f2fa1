package dev.lamina.search.sampler;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.search.space.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Believes in a smooth function of which the trials tell the values, and tries what is expected to
 * improve most on the best: a Gaussian process (Jones, Schonlau and Welch, 1998, "Efficient Global
 * Optimization of Expensive Black-Box Functions").
 *
 * <p>Losses are alike by Matérn's kernel of smoothness 5/2, with a length for each parameter; the
 * lengths, the variance and the noise are those that are most likely after all trials. Of 300
 * random points and some near the best three trials, the four for which the logarithm of the
 * expected improvement is largest are moved uphill, and the best of them is tried. Steps, choices
 * and flags are compared at their values alone: two options of a choice are always as far from each
 * other.
 *
 * <p>Trials that were pruned count as what they reported last, but no better than the median, and
 * failed ones as the worst; losses far out are lowered. Running ones count as if they had given
 * what is believed of them. A trial that did not read a parameter is one step away from those that
 * did; what a new trial would read is what the known trial most like it did. Of more than 200
 * trials, the best hundred and the latest hundred others count, so that a choice takes no longer.
 *
 * @param startup so many trials must be known before, and not all with the same loss; until then
 *     points of a Sobol sequence are tried; 10 by default
 */
public record GaussianProcessSampler(int startup) implements Sampler {

  private static final int STARTUP = 10;
  private static final int BEST = 100;
  private static final int LATEST = 100;
  private static final int GOOD = 3;

  /** With every option at its default. */
  public GaussianProcessSampler() {
    this(STARTUP);
  }

  /** Checks the number. */
  public GaussianProcessSampler {
    Requirement.of("startup", startup)
        .atLeast(1, "trials", startup, "give how many trials start the search, such as 10");
  }

  /** The same sampler that knows so many trials before it chooses. */
  public GaussianProcessSampler startup(int trials) {
    return new GaussianProcessSampler(trials);
  }

  @Override
  public Optional<double[]> propose(Ask ask) {
    List<Observation> ranked = Ranking.of(ask.trials(), 1);
    List<Observation> known = ranked.stream().filter(GaussianProcessSampler::isKnown).toList();
    if (known.size() < startup || tellsNothing(known)) {
      return new SobolSampler().propose(ask);
    }
    List<double[]> good = points(ranked.subList(0, Math.min(GOOD, ranked.size())));
    List<double[]> drafts = new Drafts(ask.space(), ask.random()).around(good);
    return Optional.of(
        new MostPromising(ask.space(), promise(ask, ranked), ask.admits()).from(drafts));
  }

  /** It improves on the best trial. */
  @Override
  public int mostObjectives() {
    return 1;
  }

  @Override
  public String toString() {
    return Code.call("gaussianProcess").thenIf(startup != STARTUP, "startup", startup).toString();
  }

  private static Promise promise(Ask ask, List<Observation> ranked) {
    List<Observation> done = chosen(ranked.stream().filter(each -> !isRunning(each)).toList());
    List<double[]> known = points(done);
    List<double[]> running = points(ask.trials(Observation.State.RUNNING));
    Metric metric = new Metric(ask.space());
    double[] values = Targets.of(done);
    Scales scales = Fit.of(metric, known, values);
    return new Promise(
        new Surrogate(metric, scales, known, values, running), new Branches(ask.space(), known));
  }

  /** The best and the latest. */
  private static List<Observation> chosen(List<Observation> ranked) {
    if (ranked.size() <= BEST + LATEST) {
      return inOrder(ranked.stream());
    }
    List<Observation> others = new ArrayList<>(ranked.subList(BEST, ranked.size()));
    others.sort(Comparator.comparingInt(Observation::number).reversed());
    return inOrder(
        Stream.concat(ranked.subList(0, BEST).stream(), others.subList(0, LATEST).stream()));
  }

  private static List<Observation> inOrder(Stream<Observation> trials) {
    return trials.sorted(Comparator.comparingInt(Observation::number)).toList();
  }

  private static List<double[]> points(List<Observation> trials) {
    return trials.stream().map(Observation::point).toList();
  }

  /** Of trials that are all alike, or none complete, no place is more promising than another. */
  private static boolean tellsNothing(List<Observation> known) {
    return known.get(0).state() != Observation.State.COMPLETE
        || DoubleStream.of(Targets.of(known)).allMatch(target -> target == 0);
  }

  private static boolean isKnown(Observation trial) {
    return trial.state() == Observation.State.COMPLETE || trial.state() == Observation.State.PRUNED;
  }

  private static boolean isRunning(Observation trial) {
    return trial.state() == Observation.State.RUNNING;
  }
}
