package dev.lamina.dsl.explanation;

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

/** Each optimizer with every option at its default, and what DL4J does with each value. */
final class OptimizerDefaults implements Optimizer.Cases<Defaults> {

  private static final String WORD = Defaults.WORD;
  private static final String RATE = "learningRate";
  private static final String RATE_OF_ADAM = "the same, but 0 and NaN become epsilon";
  private static final String HAT = "added to the root before its correction";

  @Override
  public Defaults sgd(Sgd sgd) {
    return Defaults.of(new Sgd()).same(WORD).differs(RATE, "0.001");
  }

  @Override
  public Defaults adam(Adam adam) {
    return Defaults.of(new Adam())
        .same(WORD, "beta1", "beta2")
        .differs(RATE, RATE_OF_ADAM)
        .differs("epsilon", HAT)
        .differs("hasEpsilonHat", "always");
  }

  @Override
  public Defaults momentum(Momentum momentum) {
    return Defaults.of(new Momentum()).missing(WORD, RATE, "gamma");
  }

  @Override
  public Defaults nesterov(Nesterov nesterov) {
    return Defaults.of(new Nesterov())
        .same(WORD, "gamma")
        .differs(RATE, "0.1; new Nesterovs(x) sets the momentum");
  }

  @Override
  public Defaults adaGrad(AdaGrad adaGrad) {
    return Defaults.of(new AdaGrad())
        .missing("isInsideRoot")
        .differs(WORD, "starts elsewhere")
        .differs(RATE, "0.1; a schedule is lost on saving")
        .differs("initialAccumulator", "1e-6, whatever is given")
        .differs("delta", "1e-6");
  }

  @Override
  public Defaults rmsProp(RmsProp rmsProp) {
    return Defaults.of(new RmsProp())
        .missing("isCentered", "isInsideRoot")
        .differs(WORD, "starts elsewhere")
        .differs(RATE, "0.1")
        .differs("rho", "0.95")
        .differs("delta", "the same, and r starts at it");
  }

  @Override
  public Defaults adamW(AdamW adamW) {
    return Defaults.of(new AdamW())
        .same("beta1", "beta2", "decaysBiases")
        .missing(WORD)
        .differs(RATE, RATE_OF_ADAM)
        .differs("weightDecay", "set for the network it is applied twice, and added to the loss")
        .differs("epsilon", HAT)
        .differs("hasEpsilonHat", "always");
  }

  @Override
  public Defaults amsGrad(AmsGrad amsGrad) {
    return Defaults.of(new AmsGrad())
        .same(WORD, "beta1", "beta2")
        .differs(RATE, RATE_OF_ADAM)
        .differs("epsilon", HAT)
        .differs("isCorrected", "always");
  }

  @Override
  public Defaults adaMax(AdaMax adaMax) {
    return Defaults.of(new AdaMax())
        .same(WORD, "beta1", "beta2")
        .differs(RATE, RATE_OF_ADAM)
        .differs("epsilon", "ignored");
  }

  @Override
  public Defaults adaDelta(AdaDelta adaDelta) {
    return Defaults.of(new AdaDelta()).same(WORD, "rho", "epsilon").missing(RATE);
  }

  @Override
  public Defaults nadam(Nadam nadam) {
    return Defaults.of(new Nadam())
        .same(RATE, "beta1", "beta2", "epsilon")
        .missing("hasMomentumSchedule")
        .differs(WORD, "its first step is about 40 times too long");
  }

  @Override
  public Defaults lion(Lion lion) {
    return Defaults.of(new Lion()).missing(WORD, RATE, "beta1", "beta2");
  }

  @Override
  public Defaults adaBelief(AdaBelief adaBelief) {
    return Defaults.of(new AdaBelief())
        .same(RATE, "beta1", "beta2")
        .differs(WORD, "throws ArrayIndexOutOfBoundsException")
        .differs("epsilon", "1e-14");
  }
}
