package dev.lamina.search.pruner;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Observation.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Asynchronous successive halving (ASHA; Li et al. 2020, "A System for Massively Parallel
 * Hyperparameter Tuning").
 *
 * <pre>{@code
 * rung k is after step  minResource * reductionFactor^(earliestRung + k)
 * }</pre>
 *
 * <p>At each rung one trial of {@code reductionFactor} goes on: those that are among the best of
 * all that came to it so far, itself included. While fewer than {@code reductionFactor} did, the
 * best goes on. Trials are never taken up again once they were ended. A report that is NaN ends the
 * trial in any case.
 *
 * @param minResource how many steps, such as epochs, each trial has at least; 1 by default
 * @param reductionFactor one in how many goes on at a rung, at least 2; 4 by default
 * @param earliestRung how many of the first rungs are left out; 0 by default
 * @param startupTrials how many trials must have come to a rung before one goes on from it; 0 by
 *     default
 */
public record SuccessiveHalving(
    int minResource, int reductionFactor, int earliestRung, int startupTrials) implements Pruner {

  private static final int DEFAULT_RESOURCE = 1;
  private static final int DEFAULT_FACTOR = 4;

  /** With every option at its default. */
  public SuccessiveHalving() {
    this(DEFAULT_RESOURCE, DEFAULT_FACTOR, 0, 0);
  }

  /** Checks the numbers. */
  public SuccessiveHalving {
    Requirement.of("minResource", minResource)
        .atLeast(1, "steps", minResource, "give how many steps each trial has, such as 1");
    Requirement.of("reductionFactor", reductionFactor)
        .atLeast(2, "factor", reductionFactor, "give one in how many trials goes on, such as 4");
    Requirement.of("earliestRung", earliestRung)
        .atLeast(0, "rung", earliestRung, "give how many rungs are left out, such as 1");
    Requirement.of("startupTrials", startupTrials)
        .atLeast(0, "trials", startupTrials, "give how many come to a rung first, such as 10");
  }

  /** The same pruner that lets each trial have so many steps. */
  public SuccessiveHalving minResource(int steps) {
    return new SuccessiveHalving(steps, reductionFactor, earliestRung, startupTrials);
  }

  /** The same pruner that lets one in so many trials go on at a rung. */
  public SuccessiveHalving reductionFactor(int factor) {
    return new SuccessiveHalving(minResource, factor, earliestRung, startupTrials);
  }

  /** The same pruner that leaves out so many of the first rungs. */
  public SuccessiveHalving earliestRung(int rung) {
    return new SuccessiveHalving(minResource, reductionFactor, rung, startupTrials);
  }

  /** The same pruner that lets nobody go on from a rung before so many came to it. */
  public SuccessiveHalving startupTrials(int trials) {
    return new SuccessiveHalving(minResource, reductionFactor, earliestRung, trials);
  }

  @Override
  public boolean prunes(Progress progress) {
    return Double.isNaN(progress.loss()) || rungs(progress) < reached(progress.reports());
  }

  @Override
  public String toString() {
    return Code.call("successiveHalving")
        .thenIf(minResource != DEFAULT_RESOURCE, "minResource", minResource)
        .thenIf(reductionFactor != DEFAULT_FACTOR, "reductionFactor", reductionFactor)
        .thenIf(earliestRung != 0, "earliestRung", earliestRung)
        .thenIf(startupTrials != 0, "startupTrials", startupTrials)
        .toString();
  }

  /**
   * How many rungs the trial may go on from, one by one. It is judged by what it had when it came
   * to its last one, so that who asks later, as a patient pruner does, gets the same answer.
   */
  int rungs(Progress progress) {
    SortedMap<Integer, Double> reports = progress.reports();
    int reached = reached(reports);
    if (reached == 0) {
      return 0;
    }
    int came = reports.tailMap(Math.toIntExact(step(reached - 1))).firstKey();
    int rung = reached(reports.headMap(came));
    while (rung < reached && goesOn(reports.get(came), competing(progress.peers(), rung))) {
      rung++;
    }
    return rung;
  }

  private boolean goesOn(double loss, List<Double> others) {
    int all = others.size() + 1;
    int best = Math.max(1, all / reductionFactor);
    return all > startupTrials && others.stream().filter(other -> other < loss).count() < best;
  }

  /** What the others had when they came to this rung. */
  private List<Double> competing(List<Observation> peers, int rung) {
    List<Double> losses = new ArrayList<>();
    for (Observation peer : peers) {
      SortedMap<Integer, Double> then = peer.reports().tailMap(Math.toIntExact(step(rung)));
      if (!then.isEmpty() && rung < rungs(peer)) {
        losses.add(then.get(then.firstKey()));
      }
    }
    losses.removeIf(loss -> Double.isNaN(loss));
    return losses;
  }

  /**
   * How many rungs a trial came to. Where the last report of one that was ended reached several at
   * once, it was ended at the first of them.
   */
  private int rungs(Observation peer) {
    SortedMap<Integer, Double> reports = peer.reports();
    int reached = reached(reports);
    if (peer.state() != State.PRUNED || reports.isEmpty()) {
      return reached;
    }
    return Math.min(reached, reached(reports.headMap(reports.lastKey())) + 1);
  }

  private int reached(Map<Integer, Double> reports) {
    int last = reports.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    int rung = 0;
    while (step(rung) <= last) {
      rung++;
    }
    return rung;
  }

  /** After which step a rung is, or a number that no step has. */
  private long step(int rung) {
    long step = minResource;
    for (int each = 0; each < earliestRung + rung && step <= Integer.MAX_VALUE; each++) {
      step *= reductionFactor;
    }
    return step;
  }
}
