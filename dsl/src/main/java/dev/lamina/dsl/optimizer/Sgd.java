package dev.lamina.dsl.optimizer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Mini-batch stochastic gradient descent: {@code w <- w - eta g}.
 *
 * @param learningRate eta, at least 0; 0.01 by default, as in Keras
 */
public record Sgd(double learningRate) implements Optimizer {

  /** With the default learning rate. */
  public Sgd() {
    this(0.01);
  }

  /** Checks the learning rate. */
  public Sgd {
    Requirement.of("sgd", learningRate)
        .notNegative("learningRate", learningRate, "give a small step, such as `sgd(0.01)`");
  }

  /** The same optimizer with this learning rate. */
  public Sgd learningRate(double eta) {
    return new Sgd(eta);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.sgd(this);
  }

  @Override
  public String toString() {
    return equals(new Sgd()) ? "sgd()" : Code.call("sgd", learningRate).toString();
  }
}
