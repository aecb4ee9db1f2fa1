package dev.lamina.search;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.pruner.Pruner;
import dev.lamina.search.pruner.Pruners;
import dev.lamina.search.sampler.Sampler;
import dev.lamina.search.storage.Storage;
import dev.lamina.training.Cancellation;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Searches for hyperparameters.
 *
 * <p>The same plan, sampler, pruner and data give the same trials, bit for bit, on the same
 * machine: however many workers there are, and however often the search was interrupted. Limits of
 * time make an exception.
 */
public final class Tuner {

  private final TunerSettings settings;

  private Tuner(TunerSettings settings) {
    this.settings = settings;
  }

  /** A tuner that chooses so, prunes no trial, has one worker, and keeps the study in memory. */
  public static Tuner using(Sampler sampler) {
    Requirement.of("using", sampler).present("sampler", sampler);
    return new Tuner(new TunerSettings(sampler));
  }

  /** The same tuner that ends trials early which this one finds not worth going on with. */
  public Tuner pruner(Pruner pruner) {
    Requirement.of("pruner", pruner).present("pruner", pruner);
    return with(changed -> changed.pruner = pruner);
  }

  /**
   * The same tuner that does so many trials side by side; 1 by default.
   *
   * <p>More than the window of the search are not at work at once, where the sampler or the pruner
   * looks at other trials; the search logs a warning then. How many there are changes no trial.
   */
  public Tuner parallel(int workers) {
    Requirement.of("parallel", workers)
        .atLeast(1, "workers", workers, "give how many trials run side by side, such as 2");
    return with(changed -> changed.workers = workers);
  }

  /**
   * The same tuner that keeps its study here, and goes on with it if it is there already; in memory
   * by default.
   *
   * <p>It is the same study if its name, parameters, goals, seed, window, threads, starting points,
   * sampler, pruner and data are the same, and the experiment that is made of one choice of
   * parameters; with another one it is refused. What {@code where}, {@code trying} or a function
   * does is code that cannot be compared: whoever changes it gives the study another name, or its
   * later trials are not comparable with those before. Limits may differ, so that a study can be
   * gone on with for longer.
   */
  public Tuner storage(Storage storage) {
    Requirement.of("storage", storage).present("storage", storage);
    return with(changed -> changed.storage = storage);
  }

  /** The same tuner whose study has this name where it is kept; {@code study} by default. */
  public Tuner named(String study) {
    Requirement.of("named", study).present("study", study).readable(Optional.of(study));
    return with(changed -> changed.name = study);
  }

  /**
   * The same tuner that does a trial so often once more if it threw an exception or ran out of
   * memory; never by default.
   *
   * <p>What diverged, took too long, or was wrong in its description would do so again.
   */
  public Tuner retries(int most) {
    Requirement.of("retries", most).atLeast(0, "most", most, "give how often, such as 2");
    return with(changed -> changed.retries = most);
  }

  /**
   * The same tuner that takes a trial for abandoned whose worker, on another machine, gave no sign
   * of life for so long; a minute by default. Signs are given four times as often.
   */
  public Tuner abandonedAfter(Duration silence) {
    Requirement.of("abandonedAfter", silence)
        .present("silence", silence)
        .that(
            silence.compareTo(Duration.ofMillis(1)) >= 0,
            "silence",
            "a millisecond or longer",
            silence,
            "give a time such as a minute");
    return with(changed -> changed.silence = silence);
  }

  /** The same tuner that tells this listener too. */
  public Tuner listener(SearchListener added) {
    Requirement.of("listener", added).present("listener", added);
    return with(
        changed ->
            changed.listeners =
                Stream.concat(changed.listeners.stream(), Stream.of(added)).toList());
  }

  /**
   * The same tuner that keeps the model of the best trial so far in this file, whole at any time,
   * in place of one that is there; no model is kept by default.
   *
   * <p>Of several objectives the first counts, and of equal trials the first. When the search ends,
   * also one that was interrupted and goes on, the file has the model of {@link SearchResult#best}.
   */
  public Tuner keepBest(Path file) {
    Requirement.of("keepBest", file).present("file", file);
    return with(changed -> changed.keepBest(new BestModel(file)));
  }

  /** The same tuner whose searches end when this is cancelled. */
  public Tuner stopOn(Cancellation cancellation) {
    Requirement.of("stopOn", cancellation).present("cancellation", cancellation);
    return with(changed -> changed.cancellation = cancellation);
  }

  /** Searches on this data. */
  public SearchResult run(SearchPlan plan, Dataset data) {
    return run(plan, Split.of(data));
  }

  /**
   * Searches on this data.
   *
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException if there is something wrong with
   *     choices, their experiments or the data, before any trial; or if another search of this name
   *     is kept there
   */
  public SearchResult run(SearchPlan plan, Split data) {
    new Requirement(new Code("run(plan, data)"))
        .present("plan", plan)
        .present("data", data)
        .that(
            plan.trying().isPresent(),
            "plan",
            "a search that says what it tries",
            plan,
            "add `trying(pick -> experiment(network, plan))`");
    List<Goal> goals = plan.objectives().stream().map(each -> each.metric().goal()).toList();
    StudySetup bare = setup(plan, goals, Map.of());
    new Preflight(bare, data).check();
    StudySetup setup = setup(plan, goals, Identity.of(bare, data));
    settings.best().ifPresent(BestModel::requirePlace);
    Objective objective = new ExperimentObjective(plan, data, settings.best());
    SearchResult result =
        new SearchRun(settings, setup, objective).run(new Experiments(plan, Optional.of(data)));
    settings.best().ifPresent(model -> model.complete(result));
    return result;
  }

  /**
   * Searches for where this function is least.
   *
   * <p>All parameters are chosen for each trial, also those that the function does not read:
   * conditional parameters are those of networks. The goal of the plan does not count either, so
   * that a plan with {@code optimize} or {@code trying} is refused.
   *
   * <p>The function is called from as many threads as there are workers. What it throws makes the
   * trial fail. One that takes long should report how it goes, or ask now and then whether it
   * should end: what it gives after that does not count. When the search or the time of its trial
   * is over, its thread is interrupted.
   *
   * <pre>{@code
   * import dev.lamina.search.SearchResult;
   * import dev.lamina.search.Tuner;
   * import dev.lamina.search.sampler.Samplers;
   *
   * RealParam rate = real("rate", 0.01, 1).log();
   * SearchResult found =
   *     Tuner.using(Samplers.tpe())
   *         .minimize(
   *             search(rate).trials(50),
   *             trial -> {
   *               double x = 1;
   *               boolean isOver = false;
   *               for (int step = 1; step <= 20 && !isOver; step++) {
   *                 x -= trial.get(rate) * 2 * x;
   *                 isOver = trial.report(step, x * x);
   *               }
   *               return x * x;
   *             });
   * }</pre>
   */
  public SearchResult minimize(SearchPlan plan, ToDoubleFunction<? super ActiveTrial> function) {
    new Requirement(new Code("minimize(plan, function)")).present("function", function);
    return optimize(
        plan, List.of(Goal.MINIMIZE), trial -> new double[] {function.applyAsDouble(trial)});
  }

  /** Searches for where this function is largest, in the same way. */
  public SearchResult maximize(SearchPlan plan, ToDoubleFunction<? super ActiveTrial> function) {
    new Requirement(new Code("maximize(plan, function)")).present("function", function);
    return optimize(
        plan, List.of(Goal.MAXIMIZE), trial -> new double[] {function.applyAsDouble(trial)});
  }

  /** Searches for the best compromises between the values of this function, one for each goal. */
  public SearchResult optimize(
      SearchPlan plan, List<Goal> goals, Function<? super ActiveTrial, double[]> function) {
    new Requirement(new Code("optimize(plan, goals, function)"))
        .present("plan", plan)
        .present("goals", goals)
        .allPresent("goal", goals)
        .that(!goals.isEmpty(), "goals", "at least one", goals, "say which way is better")
        .present("function", function)
        .that(
            plan.trying().isEmpty(),
            "plan",
            "one without `trying(...)`",
            plan,
            "leave it out, since the function says what is tried, or `run` the search")
        .that(
            plan.objectives().equals(new SearchPlan(plan.params()).objectives()),
            "plan",
            "one without `optimize(...)`",
            plan,
            "leave it out, since the function says what is best, or `run` the search")
        .that(
            settings.best().isEmpty(),
            "keepBest",
            "absent where a function is searched",
            "a file",
            "leave it out: a function has no model");
    StudySetup setup = setup(plan, goals, Map.of());
    return new SearchRun(settings, setup, new FunctionObjective(function))
        .run(new Experiments(plan, Optional.empty()));
  }

  /**
   * A study that its caller drives, with these goals. Workers, retries and listeners are the
   * caller's, too: those of this tuner are for searches that it runs.
   */
  public Study study(SearchPlan plan, Goal first, Goal... others) {
    new Requirement(new Code("study(plan, goals)"))
        .present("plan", plan)
        .present("first", first)
        .present("others", others)
        .that(
            settings.best().isEmpty(),
            "keepBest",
            "absent where the caller trains",
            "a file",
            "leave it out, and save what you train");
    List<Goal> goals = Stream.concat(Stream.of(first), Stream.of(others)).toList();
    StudySetup setup = setup(plan, goals, Map.of());
    return settings.study(setup, settings.cancellation::isCancelled);
  }

  private StudySetup setup(SearchPlan plan, List<Goal> goals, Map<String, String> extra) {
    new Requirement(new Code("using(" + settings.sampler + ")"))
        .that(
            goals.size() <= settings.sampler.mostObjectives(),
            "objectives",
            "at most " + settings.sampler.mostObjectives() + " for this sampler",
            goals.size(),
            "use `tpe()` or `nsga2()`, or optimize fewer");
    new Requirement(new Code("pruner(" + settings.pruner + ")"))
        .that(
            goals.size() == 1 || settings.pruner.equals(Pruners.neverPrune()),
            "pruner",
            "absent where there are several objectives",
            settings.pruner.toString(),
            "leave the pruner out, or optimize one objective");
    return new StudySetup(settings.name, plan, goals, settings.sampler, settings.pruner, extra);
  }

  private Tuner with(Consumer<TunerSettings> change) {
    return new Tuner(settings.with(change));
  }
}
