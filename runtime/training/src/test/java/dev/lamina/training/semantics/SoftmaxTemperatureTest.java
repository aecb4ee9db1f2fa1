package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.softmax;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.accuracy;
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
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.model.Model;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Softmax of z / T, with the derivative s_i (delta_ij - s_j) / T. */
class SoftmaxTemperatureTest {

  private static final Dense LOGITS = dense(3).noBias().named("logits");
  private static final TrainingPlan CLASSES = training(categoricalCrossEntropy(), sgd(1)).seed(3);
  private static final TrainingPlan SQUARES = training(meanSquaredError(), sgd(1)).seed(3);
  private static final double[][] DOCUMENTS = {{3, 1, 0.5}};
  private static final double[] ONE = {1};

  static Stream<Network> endsAtTwo() {
    return Stream.of(
        sequential(input(1), LOGITS.softmax(2)), sequential(input(1), LOGITS, softmax(2)));
  }

  @ParameterizedTest
  @CsvSource({
    // e^1.5, e^0.5 and e^0.25 are 4.481689, 1.648721 and 1.284025, together 7.414436.
    "2, 0.604455, 0.222366, 0.173179",
    // e^3, e^1 and e^0.5 are 20.085537, 2.718282 and 1.648721, together 24.452540.
    "1, 0.821409, 0.111166, 0.067425",
    "1e9, 0.333333, 0.333333, 0.333333",
    "1e-9, 1, 0, 0"
  })
  void predictionsAreTheSharesOfTheDividedLogits(
      double temperature, double first, double second, double third) {
    Network network = sequential(input(1), LOGITS.softmax(temperature));
    Model fresh = untrained(network, CLASSES);
    Model model = fresh.withWeights(fresh.weights().with("logits", "kernel", DOCUMENTS));

    double[] given = model.predict(ONE);

    assertThat(given).containsExactly(new double[] {first, second, third}, within(1e-5));
    assertThat(model.classify(ONE).index()).isZero();
  }

  @ParameterizedTest
  @MethodSource("endsAtTwo")
  void crossEntropyLearnsByTheErrorOverTheTemperature(Network network) {
    double[] z = untrained(network, CLASSES).weights().matrix("logits", "kernel")[0];
    Dataset data = Dataset.of(new double[][] {{1}}, new double[][] {{0, 1, 0}});

    double[] learned =
        train(network, CLASSES, data).model().weights().matrix("logits", "kernel")[0];

    double[] s = shares(z, 2);
    double[] expected = {z[0] - s[0] / 2, z[1] - (s[1] - 1) / 2, z[2] - s[2] / 2};
    assertThat(learned).containsExactly(expected, EXACT);
  }

  @ParameterizedTest
  @MethodSource("endsAtTwo")
  void aSquaredErrorGoesThroughTheWholeJacobian(Network network) {
    double[] z = untrained(network, SQUARES).weights().matrix("logits", "kernel")[0];
    double[] y = {1, 0, 0};
    Dataset data = Dataset.of(new double[][] {{1}}, new double[][] {y});

    double[] learned =
        train(network, SQUARES, data).model().weights().matrix("logits", "kernel")[0];

    double[] s = shares(z, 2);
    double[] byOutput = new double[3];
    Arrays.setAll(byOutput, j -> 2.0 / 3 * (s[j] - y[j]));
    assertThat(learned).containsExactly(step(z, s, byOutput, 2), EXACT);
  }

  @Test
  void aHiddenSoftmaxGoesThroughTheWholeJacobian() {
    Network network = sequential(input(1), LOGITS, softmax(0.5), dense(1).noBias().named("out"));
    Model fresh = untrained(network, SQUARES);
    double[] z = fresh.weights().matrix("logits", "kernel")[0];
    double[][] w = fresh.weights().matrix("out", "kernel");
    Dataset data = Dataset.of(new double[][] {{1}}, new double[] {5});

    double[] learned =
        train(network, SQUARES, data).model().weights().matrix("logits", "kernel")[0];

    double[] s = shares(z, 0.5);
    double output = s[0] * w[0][0] + s[1] * w[1][0] + s[2] * w[2][0];
    double[] byOutput = new double[3];
    Arrays.setAll(byOutput, j -> 2 * (output - 5) * w[j][0]);
    assertThat(learned).containsExactly(step(z, s, byOutput, 0.5), EXACT);
  }

  @Test
  void accuracyAndLossAreMeasuredAndSurviveTheFile(@TempDir Path folder) {
    Network network = sequential(input(1), LOGITS.softmax(2));
    Dataset data = Dataset.of(new double[][] {{1}, {-1}}, new double[][] {{1, 0, 0}, {0, 1, 0}});
    TrainingPlan plan = CLASSES.measure(accuracy()).epochs(30);
    Model model = Trainer.create().train(network, plan, Split.of(data, data)).model();

    model.save(folder.resolve("hot.lamina"));
    Model back = Model.load(folder.resolve("hot.lamina"));

    double[] p = model.predict(ONE);
    assertThat(back.predict(ONE)).containsExactly(p);
    assertThat(back.network()).isEqualTo(network);
    assertThat(back.classify(ONE).index()).isZero();
    assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-6));
  }

  /** z - J^T g for the Jacobian J of softmax with this temperature. */
  private static double[] step(double[] z, double[] s, double[] byOutput, double temperature) {
    double[] after = z.clone();
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < z.length; j++) {
        after[i] -= byOutput[j] * s[i] * ((i == j ? 1 : 0) - s[j]) / temperature;
      }
    }
    return after;
  }

  private static double[] shares(double[] z, double temperature) {
    double[] powers = Arrays.stream(z).map(each -> Math.exp(each / temperature)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }
}
