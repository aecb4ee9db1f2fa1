package dev.lamina.search;

import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.Experiment;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.search.trial.Outcome;
import dev.lamina.training.Cancellation;
import dev.lamina.training.StopReason;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Split;
import dev.lamina.training.history.Epoch;
import java.util.List;
import java.util.Optional;

/** Trains the network of a trial; its values are those of the epoch whose weights it ends with. */
final class ExperimentObjective implements Objective {

  private final SearchPlan plan;
  private final Split data;
  private final Optional<BestModel> best;

  ExperimentObjective(SearchPlan plan, Split data, Optional<BestModel> best) {
    this.plan = plan;
    this.data = data;
    this.best = best;
  }

  /** What is trained for these choices, objectives measured. */
  static Experiment experiment(SearchPlan plan, Choices choices, long seed) {
    Experiment made = plan.trying().orElseThrow().apply(choices);
    Requirement.of("trying").present("experiment", made);
    TrainingPlan measured = made.plan().seed(seed);
    for (Monitor monitor : plan.objectives()) {
      Metric metric = monitor.metric();
      if (!(metric instanceof LossValue) && !measured.metrics().contains(metric)) {
        measured = measured.measure(metric);
      }
    }
    return new Experiment(made.network(), measured);
  }

  @Override
  public void run(ActiveTrial trial, SearchListener listener, Cancellation stop) {
    Experiment experiment = experiment(plan, trial, trial.seed());
    Trainer trainer =
        Trainer.create()
            .threads(plan.threads())
            .stopOn(stop)
            .stopOn(trial.cancellation())
            .onEpochEnd(epoch -> report(trial, epoch, listener));
    TrainingResult result = trainer.train(experiment.network(), experiment.plan(), data);
    try {
      end(trial, result);
      best.ifPresent(kept -> kept.keep(trial, result.model()));
    } finally {
      result.model().close(); // hundreds of trials must not wait for the collector
    }
  }

  private void report(ActiveTrial trial, Epoch epoch, SearchListener listener) {
    boolean isOver = trial.report(epoch.number(), epoch.value(plan.objectives().get(0)));
    listener.trialReported(trial.trial());
    if (isOver) {
      trial.cancellation().cancel();
    }
  }

  private void end(ActiveTrial trial, TrainingResult result) {
    if (result.stopReason() instanceof StopReason.Diverged diverged) {
      trial.fail(new Outcome(Outcome.Kind.DIVERGED, diverged.toString()));
    } else if (result.stopReason() instanceof StopReason.Cancelled cancelled) {
      trial.endAsTold(cancelled.toString());
    } else {
      complete(trial, result);
    }
  }

  private void complete(ActiveTrial trial, TrainingResult result) {
    List<Epoch> epochs = result.history().epochs();
    int last = result.restoredEpoch().orElse(epochs.size());
    if (last == 0) {
      trial.fail(new Outcome(Outcome.Kind.FAILED, "no epoch: " + result.stopReason()));
      return;
    }
    trial.complete(
        plan.objectives().stream()
            .mapToDouble(monitor -> epochs.get(last - 1).value(monitor))
            .toArray());
  }
}
