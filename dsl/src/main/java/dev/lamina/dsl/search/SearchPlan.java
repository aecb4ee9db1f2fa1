package dev.lamina.dsl.search;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A search for hyperparameters: what may be tried, what is made of it, what is best, and for how
 * long.
 *
 * <p>Trial number t is drawn from what the trials before {@code t - window + 1} gave, which are
 * done by then, and from nothing else: so the same plan and seed give the same trials however many
 * workers there are, up to {@code window}.
 *
 * @param params what is searched, each name once
 * @param objectives what is to be best; {@code validation(loss())} by default
 * @param limits how long the search goes on
 * @param seed where choices, and the seeds of trainings, come from; 0 by default
 * @param window how many trials may be running at once, at least 1; 4 by default, which keeps two
 *     workers busy whose trials take unlike times. A smaller one lets each trial know more of the
 *     others, a larger one keeps more workers busy
 * @param threads how many native threads a trial computes with, at least 1; 1 by default. The last
 *     digits of its results depend on it
 * @param constraints what choices must fulfil to be tried
 * @param starts what is tried first, in this order
 * @param trying what is made of choices, if trials train networks
 */
public record SearchPlan(
    List<Param<?>> params,
    List<Monitor> objectives,
    SearchLimits limits,
    long seed,
    int window,
    int threads,
    List<Predicate<Choices>> constraints,
    List<KnownPoint> starts,
    Optional<Function<Choices, Experiment>> trying) {

  private static final long DEFAULT_SEED = 0;
  private static final int DEFAULT_WINDOW = 4;
  private static final int DEFAULT_THREADS = 1;
  private static final List<Monitor> DEFAULT_OBJECTIVES =
      List.of(new Monitor(DataPart.VALIDATION, new LossValue()));

  /** Of these parameters, with every option at its default. */
  public SearchPlan(List<Param<?>> params) {
    this(
        params,
        DEFAULT_OBJECTIVES,
        new SearchLimits(),
        DEFAULT_SEED,
        DEFAULT_WINDOW,
        DEFAULT_THREADS,
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** Checks names and numbers, and copies the lists. */
  public SearchPlan {
    Requirement.of("search", params)
        .allPresent("parameter", params)
        .that(!params.isEmpty(), "parameters", "at least one", params, "say what is searched");
    checkNames(params);
    Requirement.of("optimize", objectives)
        .allPresent("objective", objectives)
        .that(!objectives.isEmpty(), "objectives", "at least one", objectives, "say what is best")
        .that(
            new HashSet<>(objectives).size() == objectives.size(),
            "objectives",
            "different from each other",
            objectives,
            "leave out what is there twice");
    Requirement.of("window", window)
        .atLeast(1, "window", window, "give how many trials may be running at once, such as 8");
    Requirement.of("threadsPerTrial", threads)
        .atLeast(1, "threads", threads, "give how many threads one trial computes with");
    new Requirement(new Code("where(constraint)")).allPresent("constraint", constraints);
    Requirement.of("startingFrom", starts).allPresent("point", starts);
    checkStarts(params, starts);
    params = List.copyOf(params);
    objectives = List.copyOf(objectives);
    constraints = List.copyOf(constraints);
    starts = List.copyOf(starts);
  }

  private static void checkNames(List<Param<?>> params) {
    Set<String> names = new HashSet<>();
    List<Problem> twice =
        params.stream()
            .filter(param -> !names.add(param.name()))
            .map(
                param ->
                    new Problem(
                        "Parameter `" + param + "`",
                        "has a name that another one has.",
                        "give each parameter a name of its own."))
            .toList();
    if (!twice.isEmpty()) {
      throw new InvalidDescriptionException("`search(parameters)`", twice);
    }
  }

  private static void checkStarts(List<Param<?>> params, List<KnownPoint> starts) {
    Set<KnownPoint> whole = new HashSet<>();
    for (KnownPoint point : starts) {
      Requirement.of("startingFrom", point)
          .that(
              point.values().size() < params.size() || whole.add(point),
              "point",
              "another one than those before",
              point,
              "leave it out: nothing is tried twice");
      for (Param<?> param : point.values().keySet()) {
        Requirement.of("startingFrom", point)
            .that(
                params.contains(param),
                "point",
                "made of the parameters of the search",
                param,
                "leave this parameter out, or search it");
      }
    }
  }

  /** The same search for what makes these monitors best; with several, for all good compromises. */
  public SearchPlan optimize(Monitor first, Monitor... others) {
    new Requirement(new Code("optimize(monitors)")).present("others", others);
    return with(
        draft -> draft.objectives = Stream.concat(Stream.of(first), Stream.of(others)).toList());
  }

  /** The same search with so many trials at the most. */
  public SearchPlan trials(int most) {
    return limits(new SearchLimits(most, limits.epochs(), limits.time(), limits.trialTime()));
  }

  /**
   * The same search that starts no other trial once all together had so many epochs: those of
   * trials that count as running do not, so that up to {@code window - 1} more are begun.
   */
  public SearchPlan totalEpochs(long most) {
    return limits(
        new SearchLimits(
            limits.trials(), OptionalLong.of(most), limits.time(), limits.trialTime()));
  }

  /** The same search that ends after this time. */
  public SearchPlan timeLimit(Duration most) {
    Requirement.of("timeLimit", most).present("time", most);
    return limits(
        new SearchLimits(limits.trials(), limits.epochs(), Optional.of(most), limits.trialTime()));
  }

  /** The same search whose trials fail after this time each. */
  public SearchPlan trialTimeLimit(Duration most) {
    Requirement.of("trialTimeLimit", most).present("time", most);
    return limits(
        new SearchLimits(limits.trials(), limits.epochs(), limits.time(), Optional.of(most)));
  }

  /** The same search with this seed: the same seed gives the same trials, bit for bit. */
  public SearchPlan seed(long given) {
    return with(draft -> draft.seed = given);
  }

  /** The same search of which so many trials may be running at once. */
  public SearchPlan window(int trials) {
    return with(draft -> draft.window = trials);
  }

  /** The same search whose trials compute with so many native threads each. */
  public SearchPlan threadsPerTrial(int most) {
    return with(draft -> draft.threads = most);
  }

  /**
   * The same search that tries only choices for which this holds too.
   *
   * <p>Others are drawn anew, so that a constraint few choices fulfil makes drawing slow. It is
   * code, which cannot be compared: a study that is gone on with must keep it as it was, or its
   * later trials are others than they would have been.
   */
  public SearchPlan where(Predicate<Choices> constraint) {
    return with(draft -> draft.constraints = joined(constraints, constraint));
  }

  /**
   * The same search that tries these first, in this order.
   *
   * <p>Of real numbers 14 digits count. One that has a value for each parameter is given once.
   */
  public SearchPlan startingFrom(KnownPoint... points) {
    new Requirement(new Code("startingFrom(points)")).present("points", points);
    return with(draft -> draft.starts = Stream.concat(starts.stream(), Stream.of(points)).toList());
  }

  /**
   * The same search whose trials train this network by this plan.
   *
   * <p>The function is called for choices often, from several threads; it must give equal
   * experiments for equal choices. A study that is gone on with must keep it as it was: that it
   * makes something else is only noticed by one experiment, which is made of choices drawn once.
   */
  public SearchPlan trying(Function<Choices, Experiment> experiment) {
    new Requirement(new Code("trying(experiment)")).present("experiment", experiment);
    return with(draft -> draft.trying(experiment));
  }

  /** How many different choices there are; none if they cannot be counted. */
  public OptionalLong size() {
    long size = 1;
    for (Param<?> param : params) {
      OptionalLong count = param.count();
      if (count.isEmpty() || Math.multiplyHigh(size, count.getAsLong()) != 0) {
        return OptionalLong.empty();
      }
      size *= count.getAsLong();
    }
    return size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
  }

  /**
   * The search as code; functions have no text, and stand there by the names of their arguments.
   */
  @Override
  public String toString() {
    Code code =
        Code.call("search", params)
            .thenIf(!objectives.equals(DEFAULT_OBJECTIVES), "optimize", objectives);
    return limits
        .appendTo(code)
        .thenIf(seed != DEFAULT_SEED, "seed", seed)
        .thenIf(window != DEFAULT_WINDOW, "window", window)
        .thenIf(threads != DEFAULT_THREADS, "threadsPerTrial", threads)
        .thenIf(!constraints.isEmpty(), "where", new Code("constraint"))
        .thenIf(!starts.isEmpty(), "startingFrom", starts)
        .thenIf(trying.isPresent(), "trying", new Code("experiment"))
        .toString();
  }

  private SearchPlan limits(SearchLimits given) {
    return with(draft -> draft.limits = given);
  }

  private static <T> List<T> joined(List<T> present, T added) {
    return Stream.concat(present.stream(), Stream.of(added)).toList();
  }

  private SearchPlan with(Consumer<SearchDraft> change) {
    SearchDraft draft = new SearchDraft(this);
    change.accept(draft);
    return draft.plan();
  }
}
