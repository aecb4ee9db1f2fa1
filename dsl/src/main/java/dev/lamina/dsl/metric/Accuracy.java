package dev.lamina.dsl.metric;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.activation.Softmax;

/**
 * The share of samples whose class is predicted right.
 *
 * <p>After softmax the class with the highest probability is predicted. After sigmoid each output
 * predicts for itself whether its probability is above 0.5, and each counts; targets are rounded in
 * the same way.
 */
public record Accuracy() implements Metric {

  @Override
  public String name() {
    return "accuracy";
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
    return cases.accuracy(this);
  }

  @Override
  public String toString() {
    return "accuracy()";
  }
}
