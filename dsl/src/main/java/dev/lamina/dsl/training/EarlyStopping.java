package dev.lamina.dsl.training;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.problem.Requirement;
import java.util.OptionalDouble;

/**
 * Early stopping, as Keras defines it: training ends when a monitor has not improved for {@code
 * patience} epochs, and the weights of its best epoch are restored.
 *
 * <p>An epoch improves if its value beats the best so far by more than {@code minDelta}. With a
 * {@code baseline}, waiting starts anew only when an epoch beats both the best so far and the
 * baseline. Epochs before {@code startFrom} are not looked at. NaN never improves.
 *
 * @param monitor what is watched; its metric knows whether less or more is better
 * @param patience how many epochs without improvement end training, at least 0; 0 by default, which
 *     like 1 stops at the first epoch that does not improve
 * @param minDelta by how much an epoch must beat the best, at least 0; 0 by default
 * @param startFrom the first epoch that is looked at, counted from 0; 0 by default
 * @param baseline the value to beat, if there is one; none by default
 * @param restoresBest whether the weights of the best epoch are restored when training ends, for
 *     whichever reason; true by default
 */
public record EarlyStopping(
    Monitor monitor,
    int patience,
    double minDelta,
    int startFrom,
    OptionalDouble baseline,
    boolean restoresBest)
    implements StopRule, Watcher {

  /** With every option at its default. */
  public EarlyStopping(Monitor monitor) {
    this(monitor, 0, 0, 0, OptionalDouble.empty(), true);
  }

  /** Checks the numbers. */
  public EarlyStopping {
    Requirement requirement =
        Requirement.of("earlyStopping", monitor)
            .present("monitor", monitor)
            .atLeast(0, "patience", patience, "give the number of epochs to wait")
            .notNegative("minDelta", minDelta, "give the least change that counts, such as 1e-4")
            .atLeast(0, "startFrom", startFrom, "give the first epoch to look at, from 0");
    baseline.ifPresent(
        value -> requirement.finite("baseline", value, "give the value to beat, or none"));
  }

  /** The same rule that waits for so many epochs. */
  public EarlyStopping patience(int epochs) {
    return new EarlyStopping(monitor, epochs, minDelta, startFrom, baseline, restoresBest);
  }

  /** The same rule for which smaller improvements than this do not count. */
  public EarlyStopping minDelta(double least) {
    return new EarlyStopping(monitor, patience, least, startFrom, baseline, restoresBest);
  }

  /** The same rule that does not look at earlier epochs than this one, counted from 0. */
  public EarlyStopping startFrom(int epoch) {
    return new EarlyStopping(monitor, patience, minDelta, epoch, baseline, restoresBest);
  }

  /** The same rule that waits on until this value is beaten. */
  public EarlyStopping baseline(double value) {
    OptionalDouble given = OptionalDouble.of(value);
    return new EarlyStopping(monitor, patience, minDelta, startFrom, given, restoresBest);
  }

  /** The same rule that leaves the weights as the last epoch made them. */
  public EarlyStopping keepLast() {
    return new EarlyStopping(monitor, patience, minDelta, startFrom, baseline, false);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.earlyStopping(this);
  }

  @Override
  public String toString() {
    Code code =
        Code.call("earlyStopping", monitor)
            .thenIf(patience != 0, "patience", patience)
            .thenIf(minDelta != 0, "minDelta", minDelta)
            .thenIf(startFrom != 0, "startFrom", startFrom);
    Code based = baseline.isPresent() ? code.then("baseline", baseline.getAsDouble()) : code;
    return based.thenIf(!restoresBest, "keepLast").toString();
  }
}
