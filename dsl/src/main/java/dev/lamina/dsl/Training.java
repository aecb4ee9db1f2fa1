package dev.lamina.dsl;

import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.EarlyStopping;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.ReduceOnPlateau;
import dev.lamina.dsl.training.TimeBudget;
import dev.lamina.dsl.training.TrainingPlan;
import java.time.Duration;

/** How a network is trained. */
public final class Training {

  /** Single precision, 4 bytes a number: the default. */
  public static final Precision FLOAT32 = Precision.FLOAT32;

  /** Double precision, 8 bytes a number. */
  public static final Precision FLOAT64 = Precision.FLOAT64;

  private static final double NANOSECONDS = 1e9;

  private Training() {}

  /**
   * A plan that minimizes this loss so: 1 epoch, batches of 32, seed 0, unless options say more.
   */
  public static TrainingPlan training(Loss loss, Optimizer optimizer) {
    return new TrainingPlan(loss, optimizer);
  }

  /** Ends training when this monitor no longer improves, and restores its best weights. */
  public static EarlyStopping earlyStopping(Monitor monitor) {
    return new EarlyStopping(monitor);
  }

  /** Ends training at the first mini-batch that is done after so many seconds. */
  public static TimeBudget timeBudget(double seconds) {
    return new TimeBudget(seconds);
  }

  /** Ends training at the first mini-batch that is done after this time. */
  public static TimeBudget timeBudget(Duration time) {
    Requirement.of("timeBudget", time).present("time", time);
    return new TimeBudget(time.getSeconds() + time.getNano() / NANOSECONDS);
  }

  /** Multiplies the learning rate by 0.1 when this monitor has not improved for 10 epochs. */
  public static ReduceOnPlateau reduceOnPlateau(Monitor monitor) {
    return new ReduceOnPlateau(monitor);
  }
}
