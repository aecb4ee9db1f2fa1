package dev.lamina.dsl.training;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.problem.Requirement;

/**
 * A learning rate that is reduced on a plateau, as Keras's {@code ReduceLROnPlateau} defines it:
 * when a monitor has not improved for {@code patience} epochs, the rate is multiplied by {@code
 * factor}.
 *
 * <p>An epoch improves if its value beats the best so far by more than {@code minDelta}; NaN never
 * does. After a reduction, epochs are counted again from the {@code cooldown}-th on. What is
 * multiplied is the learning rate of the optimizer, with its schedule if it has one (Keras takes
 * none beside this). It stays multiplied in a saved model, and starts anew where a model is trained
 * on. What the optimizer remembers stays as it is.
 *
 * @param monitor what is watched; its metric knows whether less or more is better
 * @param factor what the rate is multiplied by, above 0 and below 1; 0.1 by default
 * @param patience how many epochs without improvement reduce the rate, at least 0; 10 by default; 0
 *     is like 1
 * @param minDelta by how much an epoch must beat the best, at least 0; 1e-4 by default
 * @param cooldown which epoch after a reduction is the first to be counted, at least 0; 0 by
 *     default, which like 1 is the next
 * @param least the rate below which no reduction goes, though a schedule may, at least 0; 0 by
 *     default
 */
public record ReduceOnPlateau(
    Monitor monitor, double factor, int patience, double minDelta, int cooldown, double least)
    implements Watcher {

  private static final double DEFAULT_FACTOR = 0.1;
  private static final int DEFAULT_PATIENCE = 10;
  private static final double DEFAULT_MIN_DELTA = 1e-4;
  private static final int DEFAULT_COOLDOWN = 0;
  private static final double DEFAULT_LEAST = 0;

  /** With every option at its default. */
  public ReduceOnPlateau(Monitor monitor) {
    this(
        monitor,
        DEFAULT_FACTOR,
        DEFAULT_PATIENCE,
        DEFAULT_MIN_DELTA,
        DEFAULT_COOLDOWN,
        DEFAULT_LEAST);
  }

  /** Checks the numbers. */
  public ReduceOnPlateau {
    boolean reduces = factor > 0 && factor < 1;
    Requirement.of("reduceOnPlateau", monitor)
        .present("monitor", monitor)
        .that(
            reduces,
            "factor",
            "a number above 0 and below 1",
            factor,
            "give what the rate is multiplied by, such as 0.1")
        .atLeast(0, "patience", patience, "give the number of epochs to wait")
        .notNegative("minDelta", minDelta, "give the least change that counts, such as 1e-4")
        .atLeast(0, "cooldown", cooldown, "give the first epoch to count after a reduction")
        .notNegative("least", least, "give the least rate, such as 1e-5");
  }

  /** The same rule that multiplies the rate by this. */
  public ReduceOnPlateau factor(double part) {
    return new ReduceOnPlateau(monitor, part, patience, minDelta, cooldown, least);
  }

  /** The same rule that waits for so many epochs. */
  public ReduceOnPlateau patience(int epochs) {
    return new ReduceOnPlateau(monitor, factor, epochs, minDelta, cooldown, least);
  }

  /** The same rule for which smaller improvements than this do not count. */
  public ReduceOnPlateau minDelta(double change) {
    return new ReduceOnPlateau(monitor, factor, patience, change, cooldown, least);
  }

  /** The same rule that counts epochs again from this one after a reduction on. */
  public ReduceOnPlateau cooldown(int epoch) {
    return new ReduceOnPlateau(monitor, factor, patience, minDelta, epoch, least);
  }

  /** The same rule that reduces the rate to no less than this. */
  public ReduceOnPlateau least(double rate) {
    return new ReduceOnPlateau(monitor, factor, patience, minDelta, cooldown, rate);
  }

  @Override
  public String toString() {
    return Code.call("reduceOnPlateau", monitor)
        .thenIf(factor != DEFAULT_FACTOR, "factor", factor)
        .thenIf(patience != DEFAULT_PATIENCE, "patience", patience)
        .thenIf(minDelta != DEFAULT_MIN_DELTA, "minDelta", minDelta)
        .thenIf(cooldown != DEFAULT_COOLDOWN, "cooldown", cooldown)
        .thenIf(least != DEFAULT_LEAST, "least", least)
        .toString();
  }
}
