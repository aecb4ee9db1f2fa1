package dev.lamina.training.history;

import dev.lamina.dsl.metric.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was measured while training, epoch by epoch.
 *
 * @param epochs the epochs that were completed, in order
 * @param validations what was measured on validation data every so many updates besides, in order;
 *     none unless the plan asks for it
 */
public record History(List<Epoch> epochs, List<Validation> validations) {

  /** Copies the lists. */
  public History {
    epochs = List.copyOf(epochs);
    validations = List.copyOf(validations);
  }

  /** Of epochs alone. */
  public History(List<Epoch> epochs) {
    this(epochs, List.of());
  }

  /** A history without epochs. */
  public static History empty() {
    return new History(List.of());
  }

  /** This history and one more epoch. */
  public History and(Epoch epoch) {
    List<Epoch> more = new ArrayList<>(epochs);
    more.add(epoch);
    return new History(more, validations);
  }

  /** How many epochs were completed. */
  public int size() {
    return epochs.size();
  }

  /** The values of this monitor, one for each epoch. */
  public double[] values(Monitor monitor) {
    return epochs.stream().mapToDouble(epoch -> epoch.value(monitor)).toArray();
  }

  /** The first epoch with the best value of this monitor; none if every value is NaN. */
  public Optional<Epoch> best(Monitor monitor) {
    return epochs.stream()
        .filter(epoch -> !Double.isNaN(epoch.value(monitor)))
        .reduce(
            (one, other) ->
                monitor.metric().goal().improves(other.value(monitor), one.value(monitor), 0)
                    ? other
                    : one);
  }

  @Override
  public String toString() {
    return epochs.stream().map(Epoch::toString).collect(Collectors.joining(System.lineSeparator()));
  }
}
