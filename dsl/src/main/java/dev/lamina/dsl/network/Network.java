package dev.lamina.dsl.network;

import dev.lamina.dsl.layer.ParameterCount;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.TrainingPlan;

/** A neural network, as a value: what it is made of, without weights. */
public sealed interface Network permits Sequential {

  /** Its name, {@code sequential} if the user gave none. */
  String name();

  /** The same network under this name. */
  Network named(String name);

  /** Where samples enter it. */
  Input input();

  /** Its layers one by one, with names, shapes and places. */
  Outline outline();

  /** How many parameters it has. */
  default ParameterCount parameters() {
    return outline().parameters();
  }

  /**
   * Every effective value of every layer: defaults included, who set it, and what DL4J would have
   * done.
   */
  default String explain() {
    return NetworkExplanation.of(this).toString();
  }

  /**
   * Every effective value of every layer and of the plan: defaults included, who set it, and what
   * DL4J would have done.
   */
  default String explain(TrainingPlan plan) {
    Requirement.of("explain", plan).present("plan", plan);
    return NetworkExplanation.of(this, plan).toString();
  }

  /** The table that Keras users know: layers, output shapes, parameter counts, totals in bytes. */
  default String summary() {
    return Summary.of(this).toString();
  }
}
