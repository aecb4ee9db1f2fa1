package dev.lamina.search.arbiter;

import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.search.Param;
import dev.lamina.search.sampler.Ask;
import dev.lamina.search.space.Dimension;
import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;

/** A generator that goes through a search, trial by trial, in the order of their numbers. */
final class Replay {

  /** So many candidates are looked at for one trial. */
  static final int DRAWS = 200;

  private static final double NEAR = 1e-9;

  private final Space space;
  private final long seed;
  private final GeneratorFactory factory;
  private final Results results;
  private final List<Runnable> done = new ArrayList<>();
  private final List<double[]> repeated = new ArrayList<>();
  private final List<Observation> told = new ArrayList<>();

  /** What was drawn for the trial after those that were repeated. */
  private final List<Optional<double[]>> drawn = new ArrayList<>();

  private CandidateGenerator generator;
  private int window = Integer.MAX_VALUE;

  Replay(Ask ask, GeneratorFactory factory) {
    this.space = ask.space();
    this.seed = ask.seed();
    this.factory = factory;
    this.results = new Results(PlaceSpace.of(space));
    this.generator = started();
  }

  /** Whether this question is of the same search, no earlier. */
  boolean leadsTo(Ask ask) {
    return seed == ask.seed()
        && params(space).equals(params(ask.space()))
        && repeated.size() <= ask.number()
        && (told.isEmpty() || window == window(ask))
        && startsWith(ask);
  }

  /** What it proposes for the next trial; nothing if it has no more candidates. */
  Optional<double[]> next(Ask ask) {
    window = window(ask);
    for (int trial = repeated.size(); trial < ask.number(); trial++) {
      tell(ask, trial);
      repeat(ask.trials().get(trial).point());
    }
    tell(ask, ask.number());
    for (int draw = 0; draw < DRAWS; draw++) {
      if (!has(draw)) {
        return Optional.empty();
      }
      Optional<double[]> point = drawn.get(draw);
      if (point.isPresent() && ask.admits().test(point.get())) {
        return point;
      }
    }
    return Optional.of(space.random(ask.random()));
  }

  private CandidateGenerator started() {
    CandidateGenerator fresh = factory.generator(PlaceSpace.of(space), seed);
    fresh.setRngSeed(seed);
    return fresh;
  }

  /** Draws until the candidate is the one that was tried; if it is none, nothing was drawn. */
  private void repeat(double[] tried) {
    int draw = 0;
    while (draw < DRAWS && has(draw) && !isSame(drawn.get(draw), tried)) {
      draw++;
    }
    boolean isFound = draw < Math.min(DRAWS, drawn.size());
    boolean isLast = isFound && draw == drawn.size() - 1;
    if (!isLast) {
      generator = started();
      done.forEach(Runnable::run);
    }
    for (int each = 0; isFound && each <= draw; each++) {
      Runnable again = () -> drawn.add(draw());
      done.add(again);
      if (!isLast) {
        again.run();
      }
    }
    drawn.clear();
    repeated.add(tried);
  }

  /** Whether there is so many-th candidate for this trial, which is drawn if need be. */
  private boolean has(int draw) {
    if (draw < drawn.size()) {
      return true;
    }
    boolean hasMore = generator.hasMoreCandidates();
    if (hasMore) {
      drawn.add(draw());
    }
    return hasMore;
  }

  /** A candidate of the generator, unless it failed to make one. */
  private Optional<double[]> draw() {
    Candidate<?> candidate = generator.getCandidate();
    if (candidate.getException() != null) {
      return Optional.empty();
    }
    Object value = candidate.getValue();
    Requirement.of("arbiter")
        .that(
            value instanceof double[],
            "candidate",
            "of the space that the factory was given",
            value,
            "make the generator for this space");
    return Optional.of(space.snap((double[]) value));
  }

  /** The last trials that could be known when this one was chosen, in their order. */
  private void tell(Ask ask, int trial) {
    int known = Math.max(0, trial - window + 1);
    while (told.size() < known) {
      Observation observed = ask.trials().get(told.size());
      told.add(observed);
      if (observed.state() == Observation.State.COMPLETE) {
        Runnable report = () -> generator.reportResults(results.of(observed));
        done.add(report);
        report.run();
      }
    }
  }

  private boolean startsWith(Ask ask) {
    for (int trial = 0; trial < repeated.size(); trial++) {
      if (!Arrays.equals(repeated.get(trial), ask.trials().get(trial).point())) {
        return false;
      }
    }
    for (int trial = 0; trial < told.size(); trial++) {
      Observation before = told.get(trial);
      Observation now = ask.trials().get(trial);
      if (before.state() != now.state() || !Arrays.equals(before.losses(), now.losses())) {
        return false;
      }
    }
    return true;
  }

  /** How many trials could run at once: the last trials, which are not known yet, tell it. */
  private static int window(Ask ask) {
    long known =
        ask.trials().stream().takeWhile(each -> each.state() != Observation.State.RUNNING).count();
    return known == 0 ? Integer.MAX_VALUE : (int) (ask.number() - known + 1);
  }

  private static List<Param<?>> params(Space space) {
    return space.dimensions().stream().<Param<?>>map(Dimension::param).toList();
  }

  /** Where the trial has no place, it may be anywhere. */
  private static boolean isSame(Optional<double[]> point, double[] tried) {
    if (point.isEmpty()) {
      return false;
    }
    for (int each = 0; each < tried.length; each++) {
      if (Math.abs(point.get()[each] - tried[each]) > NEAR) {
        return false;
      }
    }
    return true;
  }
}
