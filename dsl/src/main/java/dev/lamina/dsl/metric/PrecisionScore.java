package dev.lamina.dsl.metric;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Precision: the share of what is predicted as a class that is of it.
 *
 * <p>{@code right / predicted}. It is counted over all samples of an epoch, for each class that has
 * an output, and averaged over these; one sigmoid has one, class 1. What is predicted is what
 * {@link Accuracy} says. A class for which that would divide by 0 scores 0, as in scikit-learn.
 *
 * @param averaging how the classes become one figure; {@link Averaging#MACRO} by default
 */
public record PrecisionScore(Averaging averaging) implements Metric {

  private static final Averaging DEFAULT_AVERAGING = Averaging.MACRO;

  /** With the mean over classes. */
  public PrecisionScore() {
    this(DEFAULT_AVERAGING);
  }

  /** Checks that it is there. */
  public PrecisionScore {
    Requirement.of("precision", averaging).present("averaging", averaging);
  }

  /** The same of all decisions of all classes together. */
  public PrecisionScore micro() {
    return new PrecisionScore(Averaging.MICRO);
  }

  /** The same as a mean over classes, each as often as it is the right one. */
  public PrecisionScore weighted() {
    return new PrecisionScore(Averaging.WEIGHTED);
  }

  @Override
  public String name() {
    return averaging == DEFAULT_AVERAGING ? "precision" : "precision_" + averaging.word();
  }

  @Override
  public Goal goal() {
    return Goal.MAXIMIZE;
  }

  @Override
  public boolean suits(Activation output) {
    return output instanceof Sigmoid || output instanceof Softmax;
  }

  @Override
  public String needs() {
    return "outputs that are probabilities of classes";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.precisionScore(this);
  }

  @Override
  public String toString() {
    return Code.call("precision")
        .thenIf(averaging != DEFAULT_AVERAGING, averaging.word())
        .toString();
  }
}
