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
import java.util.Map;
import java.util.Set;

/** Each optimizer with every option at its default, and what DL4J does with each value. */
final class OptimizerDefaults implements Optimizer.Cases<Defaults> {

  private static final String WORD = Defaults.WORD;
  private static final String RATE = "learningRate";
  private static final String NONE = Settings.MISSING;
  private static final String SAME = Settings.SAME;
  private static final String RATE_OF_ADAM = "the same, but 0 and NaN become epsilon";
  private static final String HAT = "added to the root before its correction";

  @Override
  public Defaults sgd(Sgd sgd) {
    return of(new Sgd(), Map.of(WORD, SAME, RATE, "0.001"));
  }

  @Override
  public Defaults adam(Adam adam) {
    return of(
        new Adam(),
        Map.of(
            WORD,
            SAME,
            RATE,
            RATE_OF_ADAM,
            "beta1",
            SAME,
            "beta2",
            SAME,
            "epsilon",
            HAT,
            "hasEpsilonHat",
            "always"));
  }

  @Override
  public Defaults momentum(Momentum momentum) {
    return of(new Momentum(), Map.of(WORD, NONE, RATE, NONE, "gamma", NONE));
  }

  @Override
  public Defaults nesterov(Nesterov nesterov) {
    return of(
        new Nesterov(),
        Map.of(WORD, SAME, RATE, "0.1; new Nesterovs(x) sets the momentum", "gamma", SAME));
  }

  @Override
  public Defaults adaGrad(AdaGrad adaGrad) {
    return of(
        new AdaGrad(),
        Map.of(
            WORD,
            "starts elsewhere",
            RATE,
            "0.1; a schedule is lost on saving",
            "initialAccumulator",
            "1e-6, whatever is given",
            "delta",
            "1e-6",
            "isInsideRoot",
            NONE));
  }

  @Override
  public Defaults rmsProp(RmsProp rmsProp) {
    return of(
        new RmsProp(),
        Map.of(
            WORD,
            "starts elsewhere",
            RATE,
            "0.1",
            "rho",
            "0.95",
            "delta",
            "the same, and r starts at it",
            "isCentered",
            NONE,
            "isInsideRoot",
            NONE));
  }

  @Override
  public Defaults adamW(AdamW adamW) {
    return of(
        new AdamW(),
        Map.of(
            WORD,
            NONE,
            RATE,
            RATE_OF_ADAM,
            "weightDecay",
            "set for the network it is applied twice, and added to the loss",
            "beta1",
            SAME,
            "beta2",
            SAME,
            "epsilon",
            HAT,
            "hasEpsilonHat",
            "always",
            "decaysBiases",
            SAME));
  }

  @Override
  public Defaults amsGrad(AmsGrad amsGrad) {
    return of(
        new AmsGrad(),
        Map.of(
            WORD,
            SAME,
            RATE,
            RATE_OF_ADAM,
            "beta1",
            SAME,
            "beta2",
            SAME,
            "epsilon",
            HAT,
            "isCorrected",
            "always"));
  }

  @Override
  public Defaults adaMax(AdaMax adaMax) {
    return of(
        new AdaMax(),
        Map.of(WORD, SAME, RATE, RATE_OF_ADAM, "beta1", SAME, "beta2", SAME, "epsilon", "ignored"));
  }

  @Override
  public Defaults adaDelta(AdaDelta adaDelta) {
    return of(new AdaDelta(), Map.of(WORD, SAME, RATE, NONE, "rho", SAME, "epsilon", SAME));
  }

  @Override
  public Defaults nadam(Nadam nadam) {
    return of(
        new Nadam(),
        Map.of(
            WORD,
            "its first step is about 40 times too long",
            RATE,
            SAME,
            "beta1",
            SAME,
            "beta2",
            SAME,
            "epsilon",
            SAME,
            "hasMomentumSchedule",
            NONE));
  }

  @Override
  public Defaults lion(Lion lion) {
    return of(new Lion(), Map.of(WORD, NONE, RATE, NONE, "beta1", NONE, "beta2", NONE));
  }

  @Override
  public Defaults adaBelief(AdaBelief adaBelief) {
    return of(
        new AdaBelief(),
        Map.of(
            WORD,
            "throws ArrayIndexOutOfBoundsException",
            RATE,
            SAME,
            "beta1",
            SAME,
            "beta2",
            SAME,
            "epsilon",
            "1e-14"));
  }

  private static Defaults of(Record value, Map<String, String> dl4j) {
    return new Defaults(value, Set.of(), dl4j);
  }
}
