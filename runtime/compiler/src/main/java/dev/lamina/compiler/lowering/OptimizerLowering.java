package dev.lamina.compiler.lowering;

import dev.lamina.compiler.lowering.updater.PolyakMomentum;
import dev.lamina.compiler.lowering.updater.TextbookAdaBelief;
import dev.lamina.compiler.lowering.updater.TextbookAdaDelta;
import dev.lamina.compiler.lowering.updater.TextbookAdaGrad;
import dev.lamina.compiler.lowering.updater.TextbookAdaMax;
import dev.lamina.compiler.lowering.updater.TextbookAdam;
import dev.lamina.compiler.lowering.updater.TextbookAmsGrad;
import dev.lamina.compiler.lowering.updater.TextbookLion;
import dev.lamina.compiler.lowering.updater.TextbookNadam;
import dev.lamina.compiler.lowering.updater.TextbookRmsProp;
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
import dev.lamina.dsl.optimizer.Schedule;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * The ND4J updater that means the same as an optimizer of Lamina.
 *
 * @param rate the learning rate of the first update
 */
record OptimizerLowering(double rate) implements Optimizer.Cases<IUpdater> {

  /** With the learning rate over time that the optimizer has. */
  static IUpdater lower(Optimizer optimizer) {
    Schedule schedule = optimizer.learningRate();
    IUpdater updater = optimizer.accept(new OptimizerLowering(schedule.at(0, 0)));
    new RateLowering(schedule, 1).set(updater);
    return updater;
  }

  @Override
  public IUpdater sgd(dev.lamina.dsl.optimizer.Sgd sgd) {
    return new org.nd4j.linalg.learning.config.Sgd(rate);
  }

  /** ND4J's own always has epsilon hat, and takes epsilon for a rate of 0. */
  @Override
  public IUpdater adam(Adam adam) {
    return new TextbookAdam(rate, adam.beta1(), adam.beta2(), adam.epsilon(), adam.hasEpsilonHat());
  }

  @Override
  public IUpdater momentum(Momentum momentum) {
    return new PolyakMomentum(rate, momentum.gamma());
  }

  @Override
  public IUpdater adaGrad(AdaGrad adaGrad) {
    return new TextbookAdaGrad(
        rate, adaGrad.initialAccumulator(), adaGrad.delta(), adaGrad.isInsideRoot());
  }

  @Override
  public IUpdater rmsProp(RmsProp rmsProp) {
    return new TextbookRmsProp(
        rate, rmsProp.rho(), rmsProp.delta(), rmsProp.isCentered(), rmsProp.isInsideRoot());
  }

  @Override
  public IUpdater amsGrad(AmsGrad amsGrad) {
    return new TextbookAmsGrad(
        rate, amsGrad.beta1(), amsGrad.beta2(), amsGrad.epsilon(), amsGrad.isCorrected());
  }

  @Override
  public IUpdater adaMax(AdaMax adaMax) {
    return new TextbookAdaMax(rate, adaMax.beta1(), adaMax.beta2(), adaMax.epsilon());
  }

  @Override
  public IUpdater adaDelta(AdaDelta adaDelta) {
    return new TextbookAdaDelta(rate, adaDelta.rho(), adaDelta.epsilon());
  }

  @Override
  public IUpdater nadam(Nadam nadam) {
    return new TextbookNadam(
        rate, nadam.beta1(), nadam.beta2(), nadam.epsilon(), nadam.hasMomentumSchedule());
  }

  @Override
  public IUpdater lion(Lion lion) {
    return new TextbookLion(rate, lion.beta1(), lion.beta2());
  }

  @Override
  public IUpdater adaBelief(AdaBelief adaBelief) {
    return new TextbookAdaBelief(rate, adaBelief.beta1(), adaBelief.beta2(), adaBelief.epsilon());
  }

  @Override
  public IUpdater nesterov(Nesterov nesterov) {
    return new org.nd4j.linalg.learning.config.Nesterovs(rate, nesterov.gamma());
  }

  /** Weights decay in the layers that have them. */
  @Override
  public IUpdater adamW(AdamW adamW) {
    return new TextbookAdam(
        rate, adamW.beta1(), adamW.beta2(), adamW.epsilon(), adamW.hasEpsilonHat());
  }
}
