package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.Optional;

/**
 * The data that a network learns from, and the data kept apart to watch it.
 *
 * @param training what it learns from
 * @param validation what is measured after each epoch, if anything
 */
public record Split(Dataset training, Optional<Dataset> validation) {

  /** Checks that both are there. */
  public Split {
    new Requirement(new Code("Split.of(training, validation)"))
        .present("training", training)
        .present("validation", validation);
  }

  /** Data to learn from, and nothing kept apart. */
  public static Split of(Dataset training) {
    return new Split(training, Optional.empty());
  }

  /** Data to learn from, and data kept apart. */
  public static Split of(Dataset training, Dataset validation) {
    new Requirement(new Code("Split.of(training, validation)")).present("validation", validation);
    return new Split(training, Optional.of(validation));
  }
}
