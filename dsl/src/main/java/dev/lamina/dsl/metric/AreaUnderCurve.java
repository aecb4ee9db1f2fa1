package dev.lamina.dsl.metric;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.activation.Softmax;

/**
 * Area under the ROC curve: the share of pairs, one sample of a class and one that is not, in which
 * the first has the higher probability of it; a pair with the same counts half.
 *
 * <p>It is exact, over all samples of an epoch, which are remembered for it: 8 bytes for each
 * output, and 1 for what is right. So it is known at the end of an epoch, not after a mini-batch.
 * Of several sigmoids, or of softmax with more than two classes, it is the mean over classes; two
 * classes have the area of class 1. NaN unless samples are of every class. Targets of sigmoid are
 * rounded as {@link Accuracy} says.
 */
public record AreaUnderCurve() implements Metric {

  @Override
  public String name() {
    return "auc";
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
    return cases.areaUnderCurve(this);
  }

  @Override
  public String toString() {
    return "auc()";
  }
}
