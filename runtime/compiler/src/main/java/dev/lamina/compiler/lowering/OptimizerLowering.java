package dev.lamina.compiler.lowering;

import dev.lamina.compiler.lowering.updater.TextbookAdam;
import dev.lamina.dsl.optimizer.Adam;
import dev.lamina.dsl.optimizer.Optimizer;
import org.nd4j.linalg.learning.config.IUpdater;

/** The ND4J updater that means the same as an optimizer of Lamina. */
final class OptimizerLowering implements Optimizer.Cases<IUpdater> {

  @Override
  public IUpdater sgd(dev.lamina.dsl.optimizer.Sgd sgd) {
    return new org.nd4j.linalg.learning.config.Sgd(sgd.learningRate());
  }

  /** ND4J's own adds epsilon before the bias correction. */
  @Override
  public IUpdater adam(Adam adam) {
    return new TextbookAdam(adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon());
  }
}
