package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.check.GradientCheck.gradientCheck;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.exact;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.check.GradientCheck;
import dev.lamina.training.check.ParameterError;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Gradients;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Weights;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A chain of units with two frozen ones in the middle, against the chain rule in plain Java. */
class FrozenChainTest {

  private static final double[] X = {1, 0.5, -2};
  private static final double[] TARGETS = {1, -1, 0.5};
  private static final Dataset DATA = Dataset.of(new double[][] {{1}, {0.5}, {-2}}, TARGETS);
  private static final TrainingPlan PLAN = exact(training(meanSquaredError(), sgd(0.1)));
  private static final Network CHAIN =
      sequential(
          input(1),
          dense(1).named("first"),
          dense(1).tanh().l2(0.7).maxNorm(0.1).frozen().named("middle"),
          batchNorm().epsilon(0.25).frozen().named("norm"),
          dense(1).named("last"));

  @Test
  void theLayersBeforeFrozenOnesMoveAsTheChainRuleSays() {
    TrainingPlan plan = PLAN.epochs(5);

    TrainingResult result = Trainer.create().train(start(plan), plan, DATA);

    PlainChain plain = PlainChain.START;
    double[] losses = new double[5];
    for (int epoch = 0; epoch < 5; epoch++) {
      losses[epoch] = plain.loss(X, TARGETS);
      plain = plain.descended(0.1, plain.gradient(X, TARGETS));
    }
    assertLearned(result.model(), plain);
    assertThat(result.history().values(training(loss()))).containsExactly(losses, EXACT);
  }

  @Test
  void gradientsAreThoseOfWhatLearnsAlone() {
    Model model = start(PLAN);

    Gradients gradients = model.gradients(DATA);

    double[] plain = PlainChain.START.gradient(X, TARGETS);
    assertThat(gradients.layers()).containsExactly("first", "last");
    assertThat(gradients.matrix("first", "kernel")[0][0]).isCloseTo(plain[0], EXACT);
    assertThat(gradients.vector("first", "bias")[0]).isCloseTo(plain[1], EXACT);
    assertThat(gradients.matrix("last", "kernel")[0][0]).isCloseTo(plain[2], EXACT);
    assertThat(gradients.vector("last", "bias")[0]).isCloseTo(plain[3], EXACT);
  }

  @Test
  void theNormOfTheNetworkIsThatOfWhatLearns() {
    TrainingPlan plan = PLAN.clipGlobalNorm(0.5);

    TrainingResult result = Trainer.create().train(start(plan), plan, DATA);

    double[] gradient = PlainChain.START.gradient(X, TARGETS);
    double norm = Math.sqrt(Arrays.stream(gradient).map(slope -> slope * slope).sum());
    assertThat(norm).isGreaterThan(0.5);
    assertLearned(result.model(), PlainChain.START.descended(0.1 * 0.5 / norm, gradient));
  }

  @Test
  void clippedValuesLeaveWhatIsFrozenAlone() {
    TrainingPlan plan = PLAN.clipValue(0.25);

    TrainingResult result = Trainer.create().train(start(plan), plan, DATA);

    double[] gradient =
        Arrays.stream(PlainChain.START.gradient(X, TARGETS))
            .map(slope -> Math.max(-0.25, Math.min(0.25, slope)))
            .toArray();
    assertLearned(result.model(), PlainChain.START.descended(0.1, gradient));
  }

  @Test
  void centralDifferencesAgreeWithWhatPassesThroughFrozenLayers() {
    GradientCheck check = gradientCheck(CHAIN, PLAN.seed(4), DATA);

    assertThat(check.isPassed(1e-6)).isTrue();
    List<String> layers = check.parameters().stream().map(ParameterError::layer).toList();
    assertThat(layers).containsExactly("first", "first", "last", "last");
  }

  private static Model start(TrainingPlan plan) {
    PlainChain plain = PlainChain.START;
    Model fresh = untrained(CHAIN, plan);
    return fresh.withWeights(
        fresh
            .weights()
            .with("first", "kernel", new double[][] {{plain.w1()}})
            .with("first", "bias", new double[] {plain.b1()})
            .with("middle", "kernel", new double[][] {{PlainChain.W2}})
            .with("middle", "bias", new double[] {PlainChain.B2})
            .with("norm", "gamma", new double[] {PlainChain.GAMMA})
            .with("norm", "beta", new double[] {PlainChain.BETA})
            .with("norm", "movingMean", new double[] {PlainChain.MEAN})
            .with("norm", "movingVariance", new double[] {PlainChain.VARIANCE})
            .with("last", "kernel", new double[][] {{plain.w3()}})
            .with("last", "bias", new double[] {plain.b3()}));
  }

  /** What is frozen has every bit that it started with. */
  private static void assertLearned(Model model, PlainChain plain) {
    Weights weights = model.weights();
    Weights before = start(PLAN).weights();
    assertThat(weights.matrix("first", "kernel")[0][0]).isCloseTo(plain.w1(), EXACT);
    assertThat(weights.vector("first", "bias")[0]).isCloseTo(plain.b1(), EXACT);
    assertThat(weights.matrix("last", "kernel")[0][0]).isCloseTo(plain.w3(), EXACT);
    assertThat(weights.vector("last", "bias")[0]).isCloseTo(plain.b3(), EXACT);
    assertThat(weights.matrix("middle", "kernel")).isDeepEqualTo(before.matrix("middle", "kernel"));
    assertThat(weights.vector("middle", "bias")).containsExactly(PlainChain.B2);
    for (String parameter : List.of("gamma", "beta", "movingMean", "movingVariance")) {
      assertThat(weights.vector("norm", parameter))
          .containsExactly(before.vector("norm", parameter));
    }
  }
}
