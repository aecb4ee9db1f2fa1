package dev.lamina.search;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.pruner.Pruner;
import dev.lamina.search.sampler.Sampler;
import dev.lamina.search.space.Dimension;
import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import dev.lamina.search.trial.StudyRecord;
import dev.lamina.search.trial.TrialRecord;
import dev.lamina.search.trial.TrialState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * All that decides which trials a study has.
 *
 * @param name the name of the study
 * @param plan what is searched
 * @param goals which way each objective gets better
 * @param sampler what chooses
 * @param pruner what ends trials early
 * @param extra what else trials depend on, as text by name
 */
record StudySetup(
    String name,
    SearchPlan plan,
    List<Goal> goals,
    Sampler sampler,
    Pruner pruner,
    Map<String, String> extra) {

  /** More workers than these trials could have nobody has. */
  private static final int LOOKED_AT = 10_000;

  /** Copies the collections. */
  StudySetup {
    goals = List.copyOf(goals);
    extra = Map.copyOf(extra);
  }

  Space space() {
    return Space.of(plan.params());
  }

  /** How many trials must be done before this one is chosen. */
  int visible(int trial) {
    int all = Math.max(sampler.visible(trial, plan.window()), pruner.visible(trial, plan.window()));
    int counted = plan.limits().epochs().isPresent() ? trial - plan.window() + 1 : 0;
    return Math.max(all, counted);
  }

  /** How many trials may be running at once: as many as none of them waits for another. */
  int mostAtOnce() {
    return IntStream.range(0, Math.min(plan.limits().trials(), LOOKED_AT))
        .map(trial -> trial - visible(trial) + 1)
        .max()
        .orElse(1);
  }

  /** What all of these trials gave, in the order of their numbers. */
  List<Observation> observed(List<TrialRecord> trials) {
    Space space = space();
    return trials.stream().map(each -> observed(each, space.point(each.choices()))).toList();
  }

  /** As a loss: less is better. */
  double loss(int objective, double value) {
    return goals.get(objective) == Goal.MINIMIZE ? value : -value;
  }

  SortedMap<Integer, Double> losses(SortedMap<Integer, Double> reports) {
    SortedMap<Integer, Double> losses = new TreeMap<>();
    reports.forEach((step, value) -> losses.put(step, loss(0, value)));
    return losses;
  }

  /** What was chosen, as text by name. */
  Map<String, String> printed(Map<String, Double> numbers) {
    Map<String, String> printed = new LinkedHashMap<>();
    for (Dimension dimension : space().dimensions()) {
      Double number = numbers.get(dimension.name());
      if (number != null) {
        printed.put(dimension.name(), dimension.printed(number));
      }
    }
    return Collections.unmodifiableMap(printed);
  }

  /** What must stay the same while the study is gone on with. */
  StudyRecord record() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("seed", Long.toString(plan.seed()));
    settings.put("window", Integer.toString(plan.window()));
    settings.put("threads", Integer.toString(plan.threads()));
    settings.put("sampler", Code.literal(sampler));
    settings.put("pruner", Code.literal(pruner));
    settings.put("starts", plan.starts().toString());
    settings.putAll(new TreeMap<>(extra));
    return new StudyRecord(name, plan.params(), goals, settings);
  }

  /** A trial as it is seen while it runs. */
  Observation running(TrialRecord trial, Space space) {
    return new Observation(
        trial.number(),
        Observation.State.RUNNING,
        space.point(trial.choices()),
        new double[0],
        new TreeMap<>());
  }

  /** A trial, which is there, as it is. */
  Observation observed(TrialRecord trial, double[] point) {
    double[] losses =
        IntStream.range(0, trial.values().size())
            .mapToDouble(each -> loss(each, trial.values().get(each)))
            .toArray();
    return new Observation(
        trial.number(), state(trial.state()), point, losses, losses(trial.reports()));
  }

  private static Observation.State state(TrialState state) {
    return switch (state) {
      case WAITING, RUNNING -> Observation.State.RUNNING;
      case COMPLETE -> Observation.State.COMPLETE;
      case PRUNED -> Observation.State.PRUNED;
      case FAILED -> Observation.State.FAILED;
    };
  }
}
