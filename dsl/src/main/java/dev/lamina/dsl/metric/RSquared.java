package dev.lamina.dsl.metric;

import dev.lamina.dsl.activation.Activation;

/**
 * R2, the coefficient of determination: {@code 1 - sum (p - y)^2 / sum (y - mean y)^2} over the
 * samples of an epoch, the mean of several outputs.
 *
 * <p>1 is perfect, and 0 as good as the mean of the targets. Of constant targets it is 1 if each is
 * met and otherwise 0, as in scikit-learn; of one sample it is NaN. Class indices are read as
 * one-hot.
 */
public record RSquared() implements Metric {

  @Override
  public String name() {
    return "r_squared";
  }

  @Override
  public Goal goal() {
    return Goal.MAXIMIZE;
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
    return cases.rSquared(this);
  }

  @Override
  public String toString() {
    return "rSquared()";
  }
}
