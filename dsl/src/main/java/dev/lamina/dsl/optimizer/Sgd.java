package dev.lamina.dsl.optimizer;

/**
 * Mini-batch stochastic gradient descent: {@code w <- w - eta g}.
 *
 * @param learningRate eta, at least 0; 0.01 by default, as in Keras
 */
public record Sgd(Schedule learningRate) implements Optimizer {

  private static final double DEFAULT_LEARNING_RATE = 1e-2;

  /** With the default learning rate. */
  public Sgd() {
    this(DEFAULT_LEARNING_RATE);
  }

  /** With this learning rate. */
  public Sgd(double learningRate) {
    this(LearningRate.constant("sgd", learningRate, DEFAULT_LEARNING_RATE));
  }

  /** Checks that the learning rate is there. */
  public Sgd {
    LearningRate.requirement("sgd", learningRate).present("learningRate", learningRate);
  }

  /** The same optimizer with this learning rate. */
  @Override
  public Sgd learningRate(double eta) {
    return learningRate(LearningRate.constant("sgd", eta, DEFAULT_LEARNING_RATE));
  }

  /** The same optimizer with this learning rate over time. */
  public Sgd learningRate(Schedule eta) {
    return new Sgd(eta);
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.sgd(this);
  }

  @Override
  public String toString() {
    return LearningRate.code("sgd", learningRate, DEFAULT_LEARNING_RATE).toString();
  }
}
