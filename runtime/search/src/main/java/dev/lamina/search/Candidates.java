package dev.lamina.search;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.KnownPoint;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.sampler.Ask;
import dev.lamina.search.space.Pick;
import dev.lamina.search.space.Space;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Finds what the next trial tries: what the sampler proposes, if it is allowed and new. */
final class Candidates {

  /** So often a sampler may propose what cannot be tried. */
  private static final int PROPOSALS = 100;

  /** So often choices are drawn at random after that. */
  private static final int DRAWS = 10_000;

  /** A space of so many points is gone through before it counts as exhausted. */
  private static final long COUNTED = 1_000_000;

  /** A trial that no search reaches. */
  private static final int PROBE = Integer.MAX_VALUE - 1;

  private final StudySetup setup;
  private final SearchPlan plan;
  private final Space space;
  private final Function<Ask, Optional<double[]>> proposals;
  private final History history;

  /** For a study whose trials are these. */
  Candidates(StudySetup setup, History history) {
    this.setup = setup;
    this.plan = setup.plan();
    this.space = setup.space();
    this.proposals = setup.sampler().session();
    this.history = history;
  }

  /**
   * The choices of the trial after so many.
   *
   * @return nothing if all that is allowed was tried
   * @throws InvalidDescriptionException if nothing that is allowed was found
   */
  Optional<Map<String, Double>> next(int number) {
    RandomGenerator random = TrialSeeds.choices(plan.seed(), number);
    Predicate<double[]> admits = point -> isNew(point) && isAllowed(point);
    if (number < plan.starts().size()) {
      return Optional.of(choices(start(number, random, admits)));
    }
    Ask ask =
        new Ask(
            space,
            history.first(number, setup.sampler().visible(number, plan.window())),
            number,
            setup.goals().size(),
            plan.seed(),
            random,
            admits);
    return proposed(ask).map(this::choices);
  }

  /**
   * Refuses a search of which nothing may be tried, or that starts where it may not.
   *
   * @throws InvalidDescriptionException if none of many choices fulfils the constraints
   */
  void requireAny() {
    RandomGenerator random = TrialSeeds.choices(plan.seed(), PROBE);
    if (!plan.constraints().isEmpty() && anywhere(random, this::isAllowed).isEmpty()) {
      throw nothingAllowed();
    }
    for (KnownPoint known : plan.starts()) {
      if (allowed(known, random).isEmpty()) {
        throw notAllowed(known);
      }
    }
  }

  /**
   * A point at random that fulfils all constraints.
   *
   * @throws InvalidDescriptionException if none was found
   */
  double[] anyAllowed(RandomGenerator random) {
    return anywhere(random, this::isAllowed).orElseThrow(this::nothingAllowed);
  }

  /** What a trial with these choices reads: all of them, unless it trains networks. */
  Map<String, Double> choices(double[] point) {
    Pick pick = new Pick(space, point);
    if (plan.trying().isEmpty()) {
      return pick.all();
    }
    try {
      Object experiment = plan.trying().get().apply(pick);
      return experiment == null ? pick.all() : pick.read();
    } catch (RuntimeException failing) {
      // The trial runs into it again, and fails by its name.
      return pick.all();
    }
  }

  /** Whether all constraints hold. */
  boolean isAllowed(double[] point) {
    Choices pick = new Pick(space, point);
    return plan.constraints().stream().allMatch(constraint -> constraint.test(pick));
  }

  private boolean isNew(double[] point) {
    return !history.has(choices(point));
  }

  private InvalidDescriptionException nothingAllowed() {
    return new InvalidDescriptionException(
        "Search `" + setup.name() + "`",
        List.of(
            new Problem(
                "Its `where(...)`",
                "must hold for some choices, but none of "
                    + DRAWS
                    + " drawn at random fulfils all of them.",
                "loosen a constraint, or choose ranges that fulfil more of it.")));
  }

  /** What a known point leaves open is drawn until it is allowed, and new if that is possible. */
  private double[] start(int number, RandomGenerator random, Predicate<double[]> admits) {
    KnownPoint known = plan.starts().get(number);
    for (int draw = 0; draw < PROPOSALS; draw++) {
      double[] point = completed(known, random);
      if (admits.test(point)) {
        return point;
      }
    }
    return allowed(known, random).orElseThrow(() -> notAllowed(known));
  }

  private Optional<double[]> allowed(KnownPoint known, RandomGenerator random) {
    return Stream.generate(() -> completed(known, random))
        .limit(DRAWS)
        .filter(this::isAllowed)
        .findFirst();
  }

  private static InvalidDescriptionException notAllowed(KnownPoint known) {
    return new InvalidDescriptionException(
        "`startingFrom(" + known + ")`",
        List.of(
            new Problem(
                "The point",
                "must fulfil each `where(...)` of the search, but does not, whatever the values of "
                    + "the other parameters.",
                "change the point or the constraint.")));
  }

  private double[] completed(KnownPoint known, RandomGenerator random) {
    return space.snap(space.point(known, space.random(random)));
  }

  private Optional<double[]> proposed(Ask ask) {
    for (int attempt = 0; attempt < PROPOSALS; attempt++) {
      Optional<double[]> proposal = proposals.apply(ask).map(space::snap);
      if (proposal.isEmpty()) {
        return proposal;
      }
      if (ask.admits().test(proposal.get())) {
        return proposal;
      }
    }
    return anywhere(ask.random(), ask.admits());
  }

  /** Any point that passes; nothing if there is none, or none was found. */
  private Optional<double[]> anywhere(RandomGenerator random, Predicate<double[]> passes) {
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] point = space.snap(space.random(random));
      if (passes.test(point)) {
        return Optional.of(point);
      }
    }
    OptionalLong size = plan.size();
    return size.isPresent() && size.getAsLong() <= COUNTED
        ? LongStream.range(0, size.getAsLong()).mapToObj(space::numbered).filter(passes).findFirst()
        : Optional.empty();
  }
}
