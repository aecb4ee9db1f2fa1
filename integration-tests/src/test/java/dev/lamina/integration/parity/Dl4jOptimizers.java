package dev.lamina.integration.parity;

import dev.lamina.dsl.optimizer.AdaBelief;
import dev.lamina.dsl.optimizer.AdaDelta;
import dev.lamina.dsl.optimizer.AdaGrad;
import dev.lamina.dsl.optimizer.AdaMax;
import dev.lamina.dsl.optimizer.Adam;
import dev.lamina.dsl.optimizer.AdamW;
import dev.lamina.dsl.optimizer.AmsGrad;
import dev.lamina.dsl.optimizer.Lion;
import dev.lamina.dsl.optimizer.Momentum;
import dev.lamina.dsl.optimizer.Nadam;
import dev.lamina.dsl.optimizer.Nesterov;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.optimizer.RmsProp;
import dev.lamina.dsl.optimizer.Sgd;
import java.util.Optional;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/** DL4J's own optimizer of the same name, with the same rate and its own other defaults. */
final class Dl4jOptimizers implements Optimizer.Cases<Optional<IUpdater>> {

  @Override
  public Optional<IUpdater> sgd(Sgd sgd) {
    return Optional.of(new org.nd4j.linalg.learning.config.Sgd(rate(sgd)));
  }

  @Override
  public Optional<IUpdater> adam(Adam adam) {
    return Optional.of(new org.nd4j.linalg.learning.config.Adam(rate(adam)));
  }

  @Override
  public Optional<IUpdater> momentum(Momentum momentum) {
    return Optional.empty();
  }

  @Override
  public Optional<IUpdater> nesterov(Nesterov nesterov) {
    return Optional.of(new Nesterovs(rate(nesterov), nesterov.gamma()));
  }

  @Override
  public Optional<IUpdater> adaGrad(AdaGrad adaGrad) {
    return adaGrad.isInsideRoot()
        ? Optional.empty()
        : Optional.of(new org.nd4j.linalg.learning.config.AdaGrad(rate(adaGrad)));
  }

  @Override
  public Optional<IUpdater> rmsProp(RmsProp rmsProp) {
    return rmsProp.isInsideRoot() || rmsProp.isCentered()
        ? Optional.empty()
        : Optional.of(new org.nd4j.linalg.learning.config.RmsProp(rate(rmsProp)));
  }

  @Override
  public Optional<IUpdater> adamW(AdamW adamW) {
    return Optional.empty();
  }

  @Override
  public Optional<IUpdater> amsGrad(AmsGrad amsGrad) {
    return Optional.of(new AMSGrad(rate(amsGrad)));
  }

  @Override
  public Optional<IUpdater> adaMax(AdaMax adaMax) {
    return Optional.of(new org.nd4j.linalg.learning.config.AdaMax(rate(adaMax)));
  }

  @Override
  public Optional<IUpdater> adaDelta(AdaDelta adaDelta) {
    return Optional.of(new org.nd4j.linalg.learning.config.AdaDelta());
  }

  @Override
  public Optional<IUpdater> nadam(Nadam nadam) {
    return nadam.hasMomentumSchedule()
        ? Optional.empty()
        : Optional.of(new org.nd4j.linalg.learning.config.Nadam(rate(nadam)));
  }

  @Override
  public Optional<IUpdater> lion(Lion lion) {
    return Optional.empty();
  }

  @Override
  public Optional<IUpdater> adaBelief(AdaBelief adaBelief) {
    return Optional.of(new org.nd4j.linalg.learning.config.AdaBelief(rate(adaBelief)));
  }

  private static double rate(Optimizer optimizer) {
    return optimizer.learningRate().at(0, 0);
  }
}
