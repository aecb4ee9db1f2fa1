package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.heNormal;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The network 2-2-1 without biases whose six derivatives the documents work out. */
class BackPropagationTest {

  private static final double ETA = 0.7;
  private static final Network NETWORK =
      sequential(
          input(2),
          dense(2).noBias().initializer(heNormal()).relu().named("hidden"),
          dense(1).noBias().sigmoid().named("output"));

  /** With this seed some samples below reach one hidden neuron, some both, some none. */
  private static final TrainingPlan PLAN = training(binaryCrossEntropy(), sgd(ETA)).seed(1);

  @ParameterizedTest
  @CsvSource({"1, 0, 1", "0, 1, 0", "1, 1, 0", "-1, 2, 1", "2, -1, 0", "-1, -1, 1", "0.3, 0.9, 1"})
  void oneSampleMovesAllSixWeightsByTheChainRule(double x1, double x2, double y) {
    double[][] x = {{x1, x2}};
    Worked worked = Worked.out(untrained(NETWORK, PLAN).weights(), x, new double[] {y});

    TrainingResult result = train(NETWORK, PLAN, Dataset.of(x, new double[] {y}));

    equal(result, worked);
  }

  @Test
  void aBatchMovesThemByTheMeanOfItsSamples() {
    double[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    double[] y = {0, 1, 1, 0};
    Worked worked = Worked.out(untrained(NETWORK, PLAN).weights(), x, y);

    TrainingResult result = train(NETWORK, PLAN, Dataset.of(x, y));

    equal(result, worked);
  }

  @Test
  void theSamplesMeetActiveAndInactiveNeurons() {
    Weights start = untrained(NETWORK, PLAN).weights();
    double[][] x = {{1, 0}, {0, 1}, {1, 1}, {-1, 2}, {2, -1}, {-1, -1}, {0.3, 0.9}};

    long[] samplesByActiveNeurons = new long[3];
    for (double[] sample : x) {
      double[] z = Worked.logits(start.matrix("hidden", "kernel"), sample);
      samplesByActiveNeurons[(z[0] > 0 ? 1 : 0) + (z[1] > 0 ? 1 : 0)]++;
    }

    assertThat(samplesByActiveNeurons).doesNotContain(0);
  }

  private static void equal(TrainingResult result, Worked worked) {
    double[][] hidden = weights(result).matrix("hidden", "kernel");
    assertThat(hidden[0]).containsExactly(worked.hidden[0], EXACT);
    assertThat(hidden[1]).containsExactly(worked.hidden[1], EXACT);
    double[][] output = weights(result).matrix("output", "kernel");
    assertThat(ExactTraining.column(output, 0)).containsExactly(worked.output, EXACT);
    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {worked.loss}, EXACT);
  }

  /** The weights w - eta dL/dw after one step, by the formulas of the documents. */
  private static final class Worked {

    private final double[][] hidden;
    private final double[] output;
    private double loss;

    private Worked(double[][] hidden, double[] output) {
      this.hidden = hidden;
      this.output = output;
    }

    static Worked out(Weights start, double[][] x, double[] y) {
      double[][] w1 = start.matrix("hidden", "kernel");
      double[] w2 = ExactTraining.column(start.matrix("output", "kernel"), 0);
      Worked worked = new Worked(new double[][] {w1[0].clone(), w1[1].clone()}, w2.clone());
      for (int sample = 0; sample < x.length; sample++) {
        worked.learn(w1, w2, x[sample], y[sample], x.length);
      }
      return worked;
    }

    private void learn(double[][] w1, double[] w2, double[] x, double y, int samples) {
      double[] z = logits(w1, x);
      double[] a = {Math.max(0, z[0]), Math.max(0, z[1])};
      double yHat = 1 / (1 + Math.exp(-(w2[0] * a[0] + w2[1] * a[1])));
      loss -= (y * Math.log(yHat) + (1 - y) * Math.log(1 - yHat)) / samples;
      for (int i = 0; i < 2; i++) {
        double slope = (yHat - y) * w2[i] * (z[i] > 0 ? 1 : 0);
        output[i] -= ETA * (yHat - y) * a[i] / samples;
        hidden[0][i] -= ETA * slope * x[0] / samples;
        hidden[1][i] -= ETA * slope * x[1] / samples;
      }
    }

    /** z_i = w_i1 x_1 + w_i2 x_2; the kernel holds w_ij in row j, column i. */
    static double[] logits(double[][] w1, double[] x) {
      return new double[] {w1[0][0] * x[0] + w1[1][0] * x[1], w1[0][1] * x[0] + w1[1][1] * x[1]};
    }
  }
}
