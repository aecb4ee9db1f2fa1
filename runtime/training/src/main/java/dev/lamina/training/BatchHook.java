package dev.lamina.training;

import java.util.function.Consumer;

/**
 * A listener that wants the ends of mini-batches only.
 *
 * @param action what is done then
 */
record BatchHook(Consumer<TrainingListener.BatchEnd> action) implements TrainingListener {

  @Override
  public void batchEnded(BatchEnd end) {
    action.accept(end);
  }

  @Override
  public String toString() {
    return "onBatchEnd(...)";
  }
}
