package dev.lamina.search.pruner;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.search.space.Observation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Hyperband (Li et al. 2018): successive halving in several brackets, of which each gives trials
 * more time before it ends the first one.
 *
 * <pre>{@code
 * brackets = floor(log(maxResource / minResource) / log(reductionFactor)) + 1
 * share of bracket b = ceil(brackets * reductionFactor^s / (s + 1)),  s = brackets - 1 - b
 * }</pre>
 *
 * <p>The bracket of a trial depends on its number and the name of the study: a checksum of both
 * spreads trials over the brackets by their shares. Trials are compared within their bracket. A
 * report that is NaN ends the trial in any case.
 *
 * @param maxResource how many steps, such as epochs, a trial has that is not ended
 * @param minResource how many steps each trial has at least; 1 by default
 * @param reductionFactor one in how many goes on at a rung, at least 2; 3 by default
 * @param startupTrials how many trials must have come to a rung before one goes on from it; 0 by
 *     default
 */
public record Hyperband(int maxResource, int minResource, int reductionFactor, int startupTrials)
    implements Pruner {

  private static final int DEFAULT_RESOURCE = 1;
  private static final int DEFAULT_FACTOR = 3;

  /** With every option at its default. */
  public Hyperband(int maxResource) {
    this(maxResource, DEFAULT_RESOURCE, DEFAULT_FACTOR, 0);
  }

  /** Checks the numbers. */
  public Hyperband {
    SuccessiveHalving checked =
        new SuccessiveHalving(minResource, reductionFactor, 0, startupTrials);
    Requirement.of("hyperband", maxResource)
        .atLeast(
            checked.minResource(),
            "maxResource",
            maxResource,
            "give how many epochs a whole trial has, such as 81");
  }

  /** The same pruner that lets each trial have so many steps. */
  public Hyperband minResource(int steps) {
    return new Hyperband(maxResource, steps, reductionFactor, startupTrials);
  }

  /** The same pruner that lets one in so many trials go on at a rung. */
  public Hyperband reductionFactor(int factor) {
    return new Hyperband(maxResource, minResource, factor, startupTrials);
  }

  /** The same pruner that lets nobody go on from a rung before so many came to it. */
  public Hyperband startupTrials(int trials) {
    return new Hyperband(maxResource, minResource, reductionFactor, trials);
  }

  /** How many brackets there are. */
  public int brackets() {
    int brackets = 1;
    for (long most = maxResource / minResource; most >= reductionFactor; most /= reductionFactor) {
      brackets++;
    }
    return brackets;
  }

  @Override
  public boolean prunes(Progress progress) {
    int bracket = bracket(progress.study(), progress.number());
    List<Observation> peers =
        progress.peers().stream()
            .filter(peer -> bracket(progress.study(), peer.number()) == bracket)
            .toList();
    return new SuccessiveHalving(minResource, reductionFactor, bracket, startupTrials)
        .prunes(progress.among(peers));
  }

  @Override
  public String toString() {
    return Code.call("hyperband", maxResource)
        .thenIf(minResource != DEFAULT_RESOURCE, "minResource", minResource)
        .thenIf(reductionFactor != DEFAULT_FACTOR, "reductionFactor", reductionFactor)
        .thenIf(startupTrials != 0, "startupTrials", startupTrials)
        .toString();
  }

  /** In which bracket a trial of a study is. */
  int bracket(String study, int number) {
    long all = 0;
    for (int bracket = 0; bracket < brackets(); bracket++) {
      all += share(bracket);
    }
    CRC32 checksum = new CRC32();
    checksum.update((study + "_" + number).getBytes(StandardCharsets.UTF_8));
    long rest = checksum.getValue() % all;
    int bracket = 0;
    while (rest >= share(bracket)) {
      rest -= share(bracket);
      bracket++;
    }
    return bracket;
  }

  /** Of how many trials a bracket gets its part. */
  long share(int bracket) {
    int brackets = brackets();
    int later = brackets - 1 - bracket;
    long power = 1;
    for (int each = 0; each < later; each++) {
      power *= reductionFactor;
    }
    long trials = brackets * power;
    return (trials + later) / (later + 1);
  }
}
