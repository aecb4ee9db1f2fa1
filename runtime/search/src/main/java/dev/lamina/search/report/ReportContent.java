package dev.lamina.search.report;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.search.Param;
import dev.lamina.search.importance.Landscape;
import dev.lamina.search.trial.StudyRecord;
import dev.lamina.search.trial.TrialState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a report of a search is about.
 *
 * @param study what was searched, and what the trials depend on
 * @param objectives the names of the objectives
 * @param trials all trials
 * @param best the numbers of the best trial, or with several objectives of the Pareto front
 * @param end why the search ended
 * @param plan the search as code
 * @param landscape what the complete trials say of the first objective, if they say something
 */
public record ReportContent(
    StudyRecord study,
    List<String> objectives,
    List<ReportTrial> trials,
    Set<Integer> best,
    String end,
    String plan,
    Optional<Landscape> landscape) {

  /** Copies the collections. */
  public ReportContent {
    objectives = List.copyOf(objectives);
    trials = List.copyOf(trials);
    best = Set.copyOf(best);
  }

  List<Param<?>> params() {
    return study.params();
  }

  String objective() {
    return objectives.get(0);
  }

  boolean isMinimized(int objective) {
    return study.goals().get(objective) == Goal.MINIMIZE;
  }

  boolean isBest(ReportTrial trial) {
    return best.contains(trial.number());
  }

  /** Those that are complete, the best last, so that they are drawn above others. */
  List<ReportTrial> complete() {
    return trials(TrialState.COMPLETE).stream().sorted(Comparator.comparing(this::isBest)).toList();
  }

  List<ReportTrial> trials(TrialState state) {
    return trials.stream().filter(each -> each.state() == state).toList();
  }

  /** Whether the first number is better than the second, for the first objective. */
  boolean isBetter(double one, double other) {
    return isMinimized(0) ? one < other : one > other;
  }
}
