package dev.lamina.dsl;

import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.training.EarlyStopping;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.ReduceOnPlateau;
import dev.lamina.dsl.training.TrainingPlan;

/** How a network is trained. */
public final class Training {

  /** Single precision, 4 bytes a number: the default. */
  public static final Precision FLOAT32 = Precision.FLOAT32;

  /** Double precision, 8 bytes a number. */
  public static final Precision FLOAT64 = Precision.FLOAT64;

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

  /** Multiplies the learning rate by 0.1 when this monitor has not improved for 10 epochs. */
  public static ReduceOnPlateau reduceOnPlateau(Monitor monitor) {
    return new ReduceOnPlateau(monitor);
  }
}
