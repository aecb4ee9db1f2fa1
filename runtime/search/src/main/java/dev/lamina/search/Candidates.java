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
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Finds what the next trial tries: what the sampler proposes, if it is allowed and new. */
final class Candidates {

  /** So often a sampler may propose what cannot be tried. */
  private static final int PROPOSALS = 100;

  /** So often choices are drawn at random after that; constraints may hold for very few. */
  private static final int DRAWS = 200_000;

  /** After so many that are allowed, all of them tried before, there is hardly a new one. */
  private static final int KNOWN = 10_000;

  /** A space of so many points is gone through instead, after a twentieth of the draws. */
  private static final long COUNTED = 1_000_000;

  private static final int FEWER = 20;

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
    this.proposals = new Proposals(setup);
    this.history = history;
  }

  /**
   * The choices of the trial after so many.
   *
   * @return nothing if nothing else was found that is allowed and was not tried
   * @throws InvalidDescriptionException if there is nothing to begin with
   */
  Optional<Map<String, Double>> next(int number) {
    RandomGenerator random = TrialSeeds.choices(plan.seed(), number);
    Predicate<double[]> admits = point -> isAllowed(point) && isNew(point);
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
    Optional<double[]> proposal = proposed(ask);
    if (proposal.isEmpty() && number == 0) {
      throw nothingProposed();
    }
    return proposal.map(this::choices);
  }

  /**
   * Refuses a search of which nothing may be tried, or that starts where it may not.
   *
   * @throws InvalidDescriptionException if no choices were found that fulfil the constraints
   */
  void requireAny() {
    RandomGenerator random = TrialSeeds.choices(plan.seed(), PROBE);
    if (!plan.constraints().isEmpty() && anywhere(random).isEmpty()) {
      throw nothingAllowed();
    }
    for (KnownPoint known : plan.starts()) {
      if (found(known, random).isEmpty()) {
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
    return anywhere(random).orElseThrow(this::nothingAllowed);
  }

  /**
   * This point, what it leaves open at random, which fulfils all constraints.
   *
   * @throws InvalidDescriptionException if none was found
   */
  double[] allowed(KnownPoint known, RandomGenerator random) {
    return found(known, random).orElseThrow(() -> notAllowed(known));
  }

  private Optional<double[]> found(KnownPoint known, RandomGenerator random) {
    return anywhere(point -> space.point(known, point), random, any -> true);
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
    } catch (Throwable failing) {
      // The trial runs into it again, and fails by its name.
      return pick.all();
    }
  }

  /** Whether all constraints hold. */
  boolean isAllowed(double[] point) {
    Choices pick = new Pick(space, point);
    try {
      return plan.constraints().stream().allMatch(constraint -> constraint.test(pick));
    } catch (RuntimeException | Error thrown) {
      throw failing(point, thrown);
    }
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
                    + (isCountable()
                        ? "all " + plan.size().getAsLong()
                        : DRAWS + " drawn at random")
                    + " fulfils all of them.",
                "loosen a constraint, or choose ranges that fulfil more of it.")));
  }

  private InvalidDescriptionException nothingProposed() {
    return new InvalidDescriptionException(
        "Search `" + setup.name() + "`",
        List.of(
            new Problem(
                "Its sampler `" + setup.sampler() + "`",
                "must have choices that fulfil each `where(...)`, but has none.",
                "loosen a constraint, or let the sampler try more values.")));
  }

  private InvalidDescriptionException failing(double[] point, Throwable thrown) {
    InvalidDescriptionException failed =
        new InvalidDescriptionException(
            "Search `" + setup.name() + "`",
            List.of(
                new Problem(
                    "Its `where(...)`",
                    "must hold or not for "
                        + setup.printed(new Pick(space, point).all())
                        + ", but threw "
                        + thrown
                        + ".",
                    "mend it for these choices.")));
    failed.initCause(thrown);
    return failed;
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
    return allowed(known, random);
  }

  private static InvalidDescriptionException notAllowed(KnownPoint known) {
    return new InvalidDescriptionException(
        "`startingFrom(" + known + ")`",
        List.of(
            new Problem(
                "The point",
                "must fulfil each `where(...)` of the search, but no values of the other parameters "
                    + "were found for which it does.",
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
    return anywhere(point -> point, ask.random(), this::isNew);
  }

  private Optional<double[]> anywhere(RandomGenerator random) {
    return anywhere(point -> point, random, any -> true);
  }

  /** Any point of this kind that is allowed and passes; nothing if there is none, or hardly any. */
  private Optional<double[]> anywhere(
      UnaryOperator<double[]> kind, RandomGenerator random, Predicate<double[]> passes) {
    int draws = isCountable() ? DRAWS / FEWER : DRAWS;
    int allowed = 0;
    for (int draw = 0; draw < draws && allowed < KNOWN; draw++) {
      double[] point = space.snap(kind.apply(space.random(random)));
      if (isAllowed(point)) {
        allowed++;
        if (passes.test(point)) {
          return Optional.of(point);
        }
      }
    }
    return isCountable() ? counted(kind).filter(passes).findFirst() : Optional.empty();
  }

  private boolean isCountable() {
    OptionalLong size = plan.size();
    return size.isPresent() && size.getAsLong() <= COUNTED;
  }

  /** All points that fulfil all constraints, of a space that has finitely many. */
  Stream<double[]> counted() {
    return counted(point -> point);
  }

  /** All points of this kind that are allowed. */
  private Stream<double[]> counted(UnaryOperator<double[]> kind) {
    return LongStream.range(0, plan.size().orElseThrow())
        .mapToObj(space::numbered)
        .map(kind)
        .map(space::snap)
        .filter(this::isAllowed);
  }
}
