package dev.lamina.training;

import dev.lamina.training.history.Validation;
import java.util.function.Consumer;

/**
 * A listener that wants what is measured every so many updates only.
 *
 * @param action what is done then
 */
record ValidationHook(Consumer<Validation> action) implements TrainingListener {

  @Override
  public void validated(Validation validation) {
    action.accept(validation);
  }

  @Override
  public String toString() {
    return "onValidation(...)";
  }
}
