package dev.lamina.dsl.metric;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * The share of samples whose class is among the k most probable ones; of classes that are as
 * probable the first come first.
 *
 * @param k how many, at least 1 and fewer than there are classes
 */
public record TopKAccuracy(int k) implements Metric {

  /** Checks the number. */
  public TopKAccuracy {
    Requirement.of("topKAccuracy", k)
        .atLeast(1, "k", k, "give how many classes may be named, such as 5");
  }

  @Override
  public String name() {
    return "top_" + k + "_accuracy";
  }

  @Override
  public Goal goal() {
    return Goal.MAXIMIZE;
  }

  @Override
  public boolean suits(Activation output) {
    return output instanceof Softmax;
  }

  @Override
  public String needs() {
    return "outputs that sum to 1";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.topKAccuracy(this);
  }

  @Override
  public String toString() {
    return Code.call("topKAccuracy", k).toString();
  }
}
