package dev.lamina.search;

import dev.lamina.dsl.check.PlanCheck;
import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.search.Experiment;
import dev.lamina.dsl.search.Param;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.space.Pick;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Split;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Tries a search before its first trial: makes its experiments for the points it starts from and
 * for many other choices, all where there are few, and trains none.
 *
 * <p>So what is wrong with one in ten of them is known at once, and not in the night.
 */
final class Preflight {

  private static final int POINTS = 100;

  /** So many more where some parameter was not read: its branch may be taken by few. */
  private static final int MORE = 10_000;

  private static final int CHECKED_WITH_DATA = 3;

  private final StudySetup setup;
  private final SearchPlan plan;
  private final Split data;
  private final Candidates candidates;
  private final RandomGenerator random;
  private final Set<String> read = new HashSet<>();

  Preflight(StudySetup setup, Split data) {
    this.setup = setup;
    this.plan = setup.plan();
    this.data = data;
    this.candidates = new Candidates(setup, new History(setup));
    this.random = TrialSeeds.choices(plan.seed(), Integer.MAX_VALUE - 1);
  }

  /**
   * Refuses what cannot be run.
   *
   * @throws InvalidDescriptionException with everything that is wrong with the first choices that
   *     cannot be trained, or if a parameter is never read
   */
  void check() {
    requireMeasured();
    List<double[]> points =
        Stream.concat(
                plan.starts().stream().map(known -> candidates.allowed(known, random)), others())
            .toList();
    for (int each = 0; each < points.size(); each++) {
      check(new Pick(setup.space(), points.get(each)), each < CHECKED_WITH_DATA);
    }
    requireRead();
  }

  private Stream<double[]> others() {
    return plan.size().orElse(Long.MAX_VALUE) <= POINTS
        ? candidates.counted()
        : Stream.generate(() -> candidates.anyAllowed(random)).limit(POINTS);
  }

  private void check(Pick pick, boolean withData) {
    Experiment experiment = experiment(pick);
    read.addAll(pick.read().keySet());
    List<Problem> problems =
        new ArrayList<>(PlanCheck.problems(experiment.network(), experiment.plan()));
    if (problems.isEmpty() && withData) {
      problems.addAll(problemsWithData(experiment));
    }
    if (!problems.isEmpty()) {
      throw new InvalidDescriptionException(subject(pick), problems);
    }
  }

  private Experiment experiment(Pick pick) {
    try {
      return ExperimentObjective.experiment(plan, pick, 1);
    } catch (InvalidDescriptionException invalid) {
      throw new InvalidDescriptionException(subject(pick), invalid.problems());
    } catch (RuntimeException | Error thrown) {
      InvalidDescriptionException failed =
          new InvalidDescriptionException(
              subject(pick),
              List.of(
                  new Problem(
                      "The function of `trying(...)`",
                      "must give an experiment, but threw " + thrown + ".",
                      "mend it for these choices, or exclude them by `where(...)`.")));
      failed.initCause(thrown);
      throw failed;
    }
  }

  private List<Problem> problemsWithData(Experiment experiment) {
    try {
      Trainer.create().check(experiment.network(), experiment.plan(), data);
      return List.of();
    } catch (InvalidDescriptionException invalid) {
      return invalid.problems();
    }
  }

  private String subject(Pick pick) {
    return "The experiment of search `" + setup.name() + "` for " + setup.printed(pick.all());
  }

  private void requireMeasured() {
    List<Problem> unmeasured =
        plan.objectives().stream()
            .filter(each -> each.part() == DataPart.VALIDATION && data.validation().isEmpty())
            .map(Preflight::unmeasured)
            .toList();
    if (!unmeasured.isEmpty()) {
      throw new InvalidDescriptionException("Search `" + setup.name() + "`", unmeasured);
    }
  }

  private static Problem unmeasured(Monitor objective) {
    return new Problem(
        "Its objective `" + objective + "`",
        "needs validation data, but there is none.",
        "give a split such as `data.split(0.8, 0.2)`.");
  }

  private void requireRead() {
    for (int more = 0; more < MORE && !unread().isEmpty(); more++) {
      check(new Pick(setup.space(), candidates.anyAllowed(random)), false);
    }
    List<Problem> unread = unread().stream().map(Preflight::neverRead).toList();
    if (!unread.isEmpty()) {
      throw new InvalidDescriptionException("Search `" + setup.name() + "`", unread);
    }
  }

  private List<Param<?>> unread() {
    return plan.params().stream().filter(param -> !read.contains(param.name())).toList();
  }

  private static Problem neverRead(Param<?> param) {
    return new Problem(
        "Parameter `" + param + "`",
        "is searched, but the experiment did not read it for any of " + MORE + " choices.",
        "read it with `pick.get(...)`, or leave it out of `search(...)`.");
  }
}
