package dev.lamina.dsl.metric;

import dev.lamina.dsl.activation.Activation;

/**
 * What training minimizes: the loss of the plan, averaged over samples, plus what penalties (L1,
 * L2) add to it, as Keras reports it. It is always measured.
 */
public record LossValue() implements Metric {

  @Override
  public String name() {
    return "loss";
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
    return cases.lossValue(this);
  }

  @Override
  public String toString() {
    return "loss()";
  }
}
