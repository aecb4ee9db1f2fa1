package dev.lamina.dsl.metric;

import dev.lamina.dsl.activation.Activation;

/**
 * Mean absolute error: the mean over outputs and samples of {@code |p - y|}, in the unit of the
 * target.
 */
public record MeanAbsoluteError() implements Metric {

  @Override
  public String name() {
    return "mean_absolute_error";
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
    return cases.meanAbsoluteError(this);
  }

  @Override
  public String toString() {
    return "meanAbsoluteError()";
  }
}
