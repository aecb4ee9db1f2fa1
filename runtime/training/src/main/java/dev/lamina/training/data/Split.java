package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The data that a network learns from, the data kept apart to watch it, and the data kept apart for
 * a test at the end.
 *
 * @param training what it learns from
 * @param validation what is measured after each epoch, if anything
 * @param test what nothing is measured on before the network is done, if anything
 */
public record Split(Dataset training, Optional<Dataset> validation, Optional<Dataset> test) {

  /** Checks that all are there. */
  public Split {
    call("training, validation, test")
        .present("training", training)
        .present("validation", validation)
        .present("test", test);
  }

  /** Data to learn from, and nothing kept apart. */
  public static Split of(Dataset training) {
    call("training").present("training", training);
    return new Split(training, Optional.empty(), Optional.empty());
  }

  /** Data to learn from, and data kept apart. */
  public static Split of(Dataset training, Dataset validation) {
    call("training, validation").present("training", training).present("validation", validation);
    return new Split(training, Optional.of(validation), Optional.empty());
  }

  /** Data to learn from, data kept apart, and data for a test at the end. */
  public static Split of(Dataset training, Dataset validation, Dataset test) {
    call("training, validation, test")
        .present("training", training)
        .present("validation", validation)
        .present("test", test);
    return new Split(training, Optional.of(validation), Optional.of(test));
  }

  /**
   * The same split with all features normalized, by figures that come from the training part alone.
   *
   * <p>Features are copied once. A model that learns from it takes features that are not
   * normalized.
   *
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException if features are normalized already,
   *     are not finite, or are not as many in each part
   */
  public Split normalized(Normalizer normalizer) {
    new Requirement(new Code("normalized(normalizer)")).present("normalizer", normalizer);
    return FittedSplit.of(this, normalizer).normalized();
  }

  /**
   * The same split with these features normalized: see {@link #normalized(Normalizer)}. Others may
   * be normalized in another way, by another call.
   *
   * @param columns which, at least one, counted from 0
   */
  public Split normalized(Normalizer normalizer, int... columns) {
    new Requirement(new Code("normalized(normalizer, columns)"))
        .present("normalizer", normalizer)
        .present("columns", columns);
    return FittedSplit.of(this, normalizer, columns).normalized();
  }

  /**
   * The same split as a model takes it to which this was done before: features that are not
   * normalized are copied and normalized so, and classes without names get these names.
   */
  public Split prepared(Preprocessing before) {
    new Requirement(new Code("prepared(before)")).present("before", before);
    return map(before::appliedOnce);
  }

  /** The same split with each part changed so. */
  Split map(UnaryOperator<Dataset> change) {
    return new Split(change.apply(training), validation.map(change), test.map(change));
  }

  private static Requirement call(String arguments) {
    return new Requirement(new Code("Split.of(" + arguments + ")"));
  }
}
