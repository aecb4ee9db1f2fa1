package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.softmax;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Softmax, with the derivative s_i (delta_ij - s_j). */
class SoftmaxTest {

  private static final TrainingPlan ONE_STEP = training(meanSquaredError(), sgd(1)).seed(3);
  private static final Dense LOGITS = dense(3).noBias().named("logits");
  private static final Dense SUM = dense(1).noBias().initializer(constant(2)).named("sum");

  static Stream<Network> networksThatEndInSoftmax() {
    return Stream.of(
        sequential(input(1), LOGITS.softmax()), sequential(input(1), LOGITS, softmax()));
  }

  @Test
  void theLogitsOfTheDocumentsGiveTheirShares() {
    Network network = sequential(input(1), LOGITS.softmax());
    Model fresh = untrained(network, training(categoricalCrossEntropy(), sgd()));
    double[][] logits = {{3, 1, 0.5}};
    Model model = fresh.withWeights(fresh.weights().with("logits", "kernel", logits));

    double[] given = model.predict(new double[] {1});

    assertThat(given).containsExactly(new double[] {0.821, 0.111, 0.067}, within(6e-4));
    assertThat(given).containsExactly(shares(logits[0]), EXACT);
  }

  @Test
  void extremeLogitsNeitherOverflowNorVanish() {
    Network network = sequential(input(1), LOGITS.softmax());
    Model fresh = untrained(network, ONE_STEP);
    double[][] logits = {{1000, 999, -1000}};
    Model model = fresh.withWeights(fresh.weights().with("logits", "kernel", logits));

    double[] given = model.predict(new double[] {1});

    double second = 1 / (1 + Math.E);
    assertThat(given).containsExactly(new double[] {1 - second, second, 0}, EXACT);
  }

  @ParameterizedTest
  @MethodSource("networksThatEndInSoftmax")
  void aSquaredErrorGoesThroughTheWholeJacobian(Network network) {
    double[] z = untrained(network, ONE_STEP).weights().matrix("logits", "kernel")[0];
    double[] y = {1, 0, 0};
    Dataset data = Dataset.of(new double[][] {{1}}, new double[][] {y});

    double[] learned =
        train(network, ONE_STEP, data).model().weights().matrix("logits", "kernel")[0];

    double[] s = shares(z);
    double[] byOutput = new double[3];
    Arrays.setAll(byOutput, j -> 2.0 / 3 * (s[j] - y[j]));
    assertThat(learned).containsExactly(step(z, s, byOutput), EXACT);
  }

  @Test
  void logitsFarBelowZeroGiveTheSharesOfTheirDifferences() {
    Network network = sequential(input(1), LOGITS.softmax());
    Model fresh = untrained(network, training(categoricalCrossEntropy(), sgd(1)));
    double[][] logits = {{-1000, -1001, -999}};
    Model model = fresh.withWeights(fresh.weights().with("logits", "kernel", logits));
    double[][] oneHot = {{1, 0, 0}, {0, 1, 0}};

    double[][] given = model.predict(new double[][] {{1}, {1}});
    double[] gradient =
        model.gradients(Dataset.of(new double[][] {{1}, {1}}, oneHot))
            .matrix("logits", "kernel")[0];

    double[] s = shares(new double[] {0, -1, 1});
    assertThat(given[0]).containsExactly(s, EXACT);
    assertThat(given[1]).containsExactly(s, EXACT);
    assertThat(gradient).containsExactly(new double[] {s[0] - 0.5, s[1] - 0.5, s[2]}, EXACT);
  }

  @Test
  void aHiddenSoftmaxGoesThroughTheWholeJacobian() {
    Network network = sequential(input(1), LOGITS, softmax(), dense(2).noBias().named("out"));
    Model fresh = untrained(network, ONE_STEP);
    double[] z = fresh.weights().matrix("logits", "kernel")[0];
    double[][] w = fresh.weights().matrix("out", "kernel");
    double[] y = {5, -1};
    Dataset data = Dataset.of(new double[][] {{1}}, new double[][] {y});

    double[] learned =
        train(network, ONE_STEP, data).model().weights().matrix("logits", "kernel")[0];

    double[] s = shares(z);
    double[] byOutput = new double[3];
    for (int out = 0; out < 2; out++) {
      double p = s[0] * w[0][out] + s[1] * w[1][out] + s[2] * w[2][out];
      for (int j = 0; j < 3; j++) {
        byOutput[j] += (p - y[out]) * w[j][out];
      }
    }
    assertThat(learned).containsExactly(step(z, s, byOutput), EXACT);
  }

  @Test
  void equalWeightsAfterASoftmaxLeaveTheLogitsAlone() {
    Network network = sequential(input(1), LOGITS.softmax(), SUM);
    double[][] before = untrained(network, ONE_STEP).weights().matrix("logits", "kernel");
    Dataset data = Dataset.of(new double[][] {{1}}, new double[] {7});

    double[][] learned =
        train(network, ONE_STEP, data).model().weights().matrix("logits", "kernel");

    // The shares sum to 1 whatever the logits are.
    assertThat(learned[0]).containsExactly(before[0], EXACT);
  }

  /** z - J^T g for the Jacobian J of softmax. */
  private static double[] step(double[] z, double[] s, double[] byOutput) {
    double[] after = z.clone();
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < z.length; j++) {
        after[i] -= byOutput[j] * s[i] * ((i == j ? 1 : 0) - s[j]);
      }
    }
    return after;
  }

  private static double[] shares(double[] z) {
    double sum = Arrays.stream(z).map(Math::exp).sum();
    return Arrays.stream(z).map(each -> Math.exp(each) / sum).toArray();
  }
}
