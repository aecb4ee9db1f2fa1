package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static dev.lamina.training.semantics.ExactTraining.vector;
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.network.Network;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.model.Model;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cross-entropy of three classes, with one-hot targets and with class indices. */
class CategoricalCrossEntropyTest {

  private static final double[][] ROWS = {{1, 2}, {-1, 0.5}, {0.25, -2}, {3, 1}};
  private static final int[] CLASSES = {2, 0, 1, 2};
  private static final double[][] ONE_HOT = {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
  private static final Network LINEAR = sequential(input(2), dense(3).softmax().named("out"));

  @Test
  void theGradientOfTheLogitsIsTheirSoftmaxMinusTheTargetAsAMeanOverTheBatch() {
    double[][] w =
        untrained(LINEAR, training(categoricalCrossEntropy(), sgd(0.5)).seed(9))
            .weights()
            .matrix("out", "kernel");

    TrainingResult result =
        train(
            LINEAR,
            training(categoricalCrossEntropy(), sgd(0.5)).seed(9),
            Dataset.of(ROWS, ONE_HOT));

    double loss = 0;
    double[] bias = new double[3];
    double[][] kernel = {w[0].clone(), w[1].clone()};
    for (int row = 0; row < 4; row++) {
      double[] p = softmax(w, ROWS[row]);
      loss -= Math.log(p[CLASSES[row]]) / 4;
      for (int j = 0; j < 3; j++) {
        double slope = (p[j] - ONE_HOT[row][j]) / 4;
        bias[j] -= 0.5 * slope;
        kernel[0][j] -= 0.5 * slope * ROWS[row][0];
        kernel[1][j] -= 0.5 * slope * ROWS[row][1];
      }
    }
    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {loss}, EXACT);
    assertThat(vector(result, "out", "bias")).containsExactly(bias, EXACT);
    double[][] learned = weights(result).matrix("out", "kernel");
    assertThat(learned[0]).containsExactly(kernel[0], EXACT);
    assertThat(learned[1]).containsExactly(kernel[1], EXACT);
  }

  @Test
  void fromEqualLogitsTheLossIsTheLogarithmOfTheNumberOfClasses() {
    Network network = sequential(input(2), dense(3).initializer(zeros()).softmax().named("out"));

    TrainingResult result =
        train(
            network,
            training(sparseCategoricalCrossEntropy(), sgd(1)),
            Dataset.of(new double[][] {{5, 6}}, new int[] {1}));

    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {Math.log(3)}, EXACT);
    assertThat(vector(result, "out", "bias"))
        .containsExactly(new double[] {-1.0 / 3, 2.0 / 3, -1.0 / 3}, EXACT);
  }

  @Test
  void theLossOfAConfidentErrorIsNotCapped() {
    Model fresh = untrained(LINEAR, training(sparseCategoricalCrossEntropy(), sgd()));
    double[][] kernel = {{100, 0, -100}, {0, 0, 0}};
    Model model = fresh.withWeights(fresh.weights().with("out", "kernel", kernel));
    Dataset wrong = Dataset.of(new double[][] {{1, 0}}, new int[] {2});

    double measured = model.evaluate(wrong).loss();

    assertThat(measured).isCloseTo(200, EXACT);
  }

  @Test
  void oneHotTargetsAndClassIndicesTrainTheSameBits() {
    Dataset oneHot = Dataset.of(ROWS, ONE_HOT);
    Dataset indices = Dataset.of(ROWS, CLASSES);

    TrainingResult result = trained(categoricalCrossEntropy(), oneHot);
    TrainingResult sparse = trained(sparseCategoricalCrossEntropy(), indices);

    assertThat(weights(sparse)).isEqualTo(weights(result));
    for (Monitor monitor :
        List.of(
            training(loss()), training(accuracy()), validation(loss()), validation(accuracy()))) {
      assertThat(sparse.history().values(monitor))
          .containsExactly(result.history().values(monitor));
    }
    assertThat(sparse.model().evaluate(indices).values())
        .isEqualTo(result.model().evaluate(oneHot).values());
  }

  private static TrainingResult trained(Loss loss, Dataset data) {
    Network network = sequential(input(2), dense(8).tanh(), dropout(0.25), dense(3).softmax());
    return train(
        network,
        training(loss, adam(0.01)).epochs(10).batchSize(3).seed(4).measure(accuracy()),
        Split.of(data, data.rows(0, 3)));
  }

  private static double[] softmax(double[][] w, double[] x) {
    double[] powers = new double[3];
    Arrays.setAll(powers, j -> Math.exp(x[0] * w[0][j] + x[1] * w[1][j]));
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }
}
