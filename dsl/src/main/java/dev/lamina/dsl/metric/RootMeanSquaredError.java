package dev.lamina.dsl.metric;

import dev.lamina.dsl.activation.Activation;

/**
 * Root mean squared error: the root of the mean over samples of {@code (p - y)^2}, in the unit of
 * the target; the mean of the roots of several outputs, as in scikit-learn. Class indices are read
 * as one-hot.
 */
public record RootMeanSquaredError() implements Metric {

  @Override
  public String name() {
    return "root_mean_squared_error";
  }

  @Override
  public Goal goal() {
    return Goal.MINIMIZE;
  }

  @Override
  public boolean suits(Activation output) {
    return true;
  }

  @Override
  public String needs() {
    return "outputs of any kind";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.rootMeanSquaredError(this);
  }

  @Override
  public String toString() {
    return "rootMeanSquaredError()";
  }
}
