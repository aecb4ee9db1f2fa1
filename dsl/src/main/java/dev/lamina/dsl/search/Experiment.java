package dev.lamina.dsl.search;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.TrainingPlan;

/**
 * A network and how it is trained: what a search makes of its choices.
 *
 * @param network what learns
 * @param plan how it is trained; a search gives it a seed of its own
 */
public record Experiment(Network network, TrainingPlan plan) {

  /** Checks that both are there. */
  public Experiment {
    Requirement.of("experiment", network, plan).present("network", network).present("plan", plan);
  }

  @Override
  public String toString() {
    return Code.call("experiment", network, plan).toString();
  }
}
