package dev.lamina.search;

import dev.lamina.training.Cancellation;
import java.util.function.Function;

/** Calls a function with a trial. */
final class FunctionObjective implements Objective {

  private final Function<? super ActiveTrial, double[]> function;

  FunctionObjective(Function<? super ActiveTrial, double[]> function) {
    this.function = function;
  }

  /** What comes of a function that was told to end, its value or an exception, does not count. */
  @Override
  public void run(ActiveTrial trial, SearchListener listener, Cancellation stop) {
    try {
      double[] values = trial.call(() -> function.apply(trial), listener, stop);
      if (!trial.isEnded() && !trial.wasTold()) {
        trial.complete(values);
      }
    } catch (RuntimeException thrown) {
      if (trial.isEnded() || !trial.wasTold()) {
        throw thrown;
      }
    }
    if (!trial.isEnded()) {
      trial.endAsTold("its function was told to end");
    }
  }
}
