package dev.lamina.search;

import dev.lamina.training.Cancellation;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a function with a trial. */
final class FunctionObjective implements Objective {

  private static final Logger LOG = LoggerFactory.getLogger(FunctionObjective.class);

  private final Function<? super ActiveTrial, double[]> function;

  FunctionObjective(Function<? super ActiveTrial, double[]> function) {
    this.function = function;
  }

  /** What a function gives that was told to end does not count. */
  @Override
  public void run(ActiveTrial trial, SearchListener listener, Cancellation stop) {
    double[] values = called(trial, listener, stop);
    if (trial.isEnded()) {
      return;
    }
    if (trial.wasTold()) {
      trial.endAsTold("its function was told to end");
    } else {
      trial.complete(values);
    }
  }

  /** A function that has ended its trial itself cannot make it fail any more. */
  private double[] called(ActiveTrial trial, SearchListener listener, Cancellation stop) {
    try {
      return trial.call(() -> function.apply(trial), listener, stop);
    } catch (Throwable thrown) {
      if (!trial.isEnded() || trial.isLost()) {
        throw thrown;
      }
      LOG.warn("Trial {} had ended when its function threw this", trial.number(), thrown);
      return new double[0];
    }
  }
}
