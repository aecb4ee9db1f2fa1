package dev.lamina.search;

import dev.lamina.training.Cancellation;
import java.util.function.Function;

/** Calls a function with a trial. */
final class FunctionObjective implements Objective {

  private final Function<? super ActiveTrial, double[]> function;

  FunctionObjective(Function<? super ActiveTrial, double[]> function) {
    this.function = function;
  }

  /** What a function gives that was told to end does not count. */
  @Override
  public void run(ActiveTrial trial, SearchListener listener, Cancellation stop) {
    double[] values = trial.call(() -> function.apply(trial), listener, stop);
    if (trial.isEnded()) {
      return;
    }
    if (trial.wasTold()) {
      trial.endAsTold("its function was told to end");
    } else {
      trial.complete(values);
    }
  }
}
