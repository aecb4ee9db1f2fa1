package dev.lamina.search;

import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.Experiment;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Split;
import java.util.Optional;

/**
 * What the trials of a search train.
 *
 * @param plan the search
 * @param data what they learn from, unless the search is of a function
 */
record Experiments(SearchPlan plan, Optional<Split> data) {

  Experiment of(Choices choices, long seed) {
    requireNetworks();
    return ExperimentObjective.experiment(plan, choices, seed);
  }

  /** Trains it again, to the same bits. */
  TrainingResult train(Choices choices, long seed) {
    Experiment experiment = of(choices, seed);
    return Trainer.create()
        .threads(plan.threads())
        .train(experiment.network(), experiment.plan(), data.orElseThrow());
  }

  private void requireNetworks() {
    Requirement.of("experiment")
        .that(
            data.isPresent(),
            "search",
            "one that trains networks",
            "one of a function",
            "call the function with the choices of the trial");
  }
}
