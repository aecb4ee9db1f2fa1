package dev.lamina.search;

import dev.lamina.dsl.search.Choices;
import dev.lamina.training.Cancellation;
import java.util.function.Function;

/** Calls a function with the choices of a trial. */
final class FunctionObjective implements Objective {

  private final Function<Choices, double[]> function;

  FunctionObjective(Function<Choices, double[]> function) {
    this.function = function;
  }

  @Override
  public void run(ActiveTrial trial, SearchListener listener, Cancellation stop) {
    trial.complete(function.apply(trial));
  }
}
