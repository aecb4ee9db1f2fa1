package dev.lamina.training;

import dev.lamina.training.history.Epoch;
import java.util.function.Consumer;

/**
 * A listener that wants the ends of epochs only.
 *
 * @param action what is done then
 */
record EpochHook(Consumer<Epoch> action) implements TrainingListener {

  @Override
  public void epochEnded(Epoch epoch) {
    action.accept(epoch);
  }

  @Override
  public String toString() {
    return "onEpochEnd(...)";
  }
}
