package dev.lamina.dsl.search;

import dev.lamina.dsl.metric.Monitor;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A search in the making, so that an option names only what it changes. */
final class SearchDraft {

  private final List<Param<?>> params;
  List<Monitor> objectives;
  SearchLimits limits;
  long seed;
  int window;
  int threads;
  List<Predicate<Choices>> constraints;
  List<KnownPoint> starts;
  private Optional<Function<Choices, Experiment>> trying;

  SearchDraft(SearchPlan plan) {
    this.params = plan.params();
    this.objectives = plan.objectives();
    this.limits = plan.limits();
    this.seed = plan.seed();
    this.window = plan.window();
    this.threads = plan.threads();
    this.constraints = plan.constraints();
    this.starts = plan.starts();
    this.trying = plan.trying();
  }

  void trying(Function<Choices, Experiment> experiment) {
    trying = Optional.of(experiment);
  }

  SearchPlan plan() {
    return new SearchPlan(
        params, objectives, limits, seed, window, threads, constraints, starts, trying);
  }
}
