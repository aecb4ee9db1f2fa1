package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.hinge;
import static dev.lamina.dsl.Losses.klDivergence;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.check.GradientCheck.gradientCheck;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.vector;
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import org.junit.jupiter.api.Test;

/** The loss of n samples is {@code sum(w l) / n} with the weight w of the class of each. */
class ClassWeightsTest {

  private static final double[][] ROWS = {{1}, {2}, {-1}, {0.5}};
  private static final Network SIGMOID =
      sequential(input(1), dense(1).initializer(zeros()).sigmoid().named("out"));
  private static final Network SOFTMAX =
      sequential(input(1), dense(3).initializer(zeros()).softmax().named("out"));

  @Test
  void aSingleOutputHasTwoClasses() {
    TrainingPlan plan = training(binaryCrossEntropy(), sgd(1)).classWeights(1, 5);

    TrainingResult result = train(SIGMOID, plan, Dataset.of(ROWS, new double[] {1, 0, 0, 1}));

    // Every probability is 0.5: the loss of a sample is log 2, and its slope -0.5 or 0.5.
    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {12 * Math.log(2) / 4}, EXACT);
    assertThat(vector(result, "out", "bias"))
        .containsExactly(new double[] {(5 * 0.5 - 0.5 - 0.5 + 5 * 0.5) / 4}, EXACT);
  }

  @Test
  void classIndicesOneHotRowsAndSharesHaveTheSameClasses() {
    double[][] oneHot = {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    TrainingResult sparse =
        train(
            SOFTMAX,
            training(sparseCategoricalCrossEntropy(), sgd(1)).classWeights(1, 0, 3),
            Dataset.of(ROWS, new int[] {2, 0, 1, 2}));
    TrainingResult categorical =
        train(
            SOFTMAX,
            training(categoricalCrossEntropy(), sgd(1)).classWeights(1, 0, 3),
            Dataset.of(ROWS, oneHot));
    TrainingResult shares =
        train(
            SOFTMAX,
            training(klDivergence(), sgd(1)).classWeights(1, 0, 3),
            Dataset.of(ROWS, oneHot));

    // Every probability is a third; weights are 3, 1, 0 and 3.
    double third = 1.0 / 3;
    assertThat(vector(sparse, "out", "bias"))
        .containsExactly(
            new double[] {
              (-3 * third + 1 - third - 3 * third) / 4,
              -7 * third / 4,
              (3 - 3 * third - third + 3 - 3 * third) / 4
            },
            EXACT);
    assertThat(sparse.history().values(training(loss())))
        .containsExactly(new double[] {7 * Math.log(3) / 4}, EXACT);
    assertThat(weights(categorical)).isEqualTo(weights(sparse));
    assertThat(vector(shares, "out", "bias")).containsExactly(vector(sparse, "out", "bias"), EXACT);
  }

  @Test
  void signsAreTwoClasses() {
    TrainingPlan plan = training(hinge(), sgd(1)).classWeights(2, 0.5);
    Network network = sequential(input(1), dense(1).initializer(zeros()).named("out"));

    TrainingResult result = train(network, plan, Dataset.of(ROWS, new double[] {1, -1, -1, 1}));

    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {5.0 / 4}, EXACT);
    assertThat(vector(result, "out", "bias")).containsExactly(new double[] {-3.0 / 4}, EXACT);
  }

  @Test
  void weightsOfSamplesAreMultipliedWithThem() {
    Dataset data = Dataset.of(ROWS, new double[] {1, 0, 0, 1});
    TrainingPlan plan = training(binaryCrossEntropy(), sgd(1)).batchSize(2).epochs(3);

    TrainingResult both =
        train(SIGMOID, plan.classWeights(3, 5), data.weighted(new double[] {1, 2, 0, 0.5}));
    TrainingResult product = train(SIGMOID, plan, data.weighted(new double[] {5, 6, 0, 2.5}));

    assertThat(weights(both)).isEqualTo(weights(product));
  }

  @Test
  void validationAndMetricsDoNotKnowThem() {
    Dataset data = Dataset.of(ROWS, new double[] {1, 0, 0, 1});
    TrainingPlan plan =
        training(binaryCrossEntropy(), sgd(0)).classWeights(1, 5).measure(accuracy());

    TrainingResult result = train(SIGMOID, plan, Split.of(data, data));

    assertThat(result.history().values(validation(loss())))
        .containsExactly(new double[] {Math.log(2)}, EXACT);
    assertThat(result.history().values(training(accuracy()))).containsExactly(0.5);
    assertThat(result.model().evaluate(data).loss()).isCloseTo(Math.log(2), EXACT);
  }

  @Test
  void gradientsKnowThem() {
    TrainingPlan plan = training(sparseCategoricalCrossEntropy(), sgd()).classWeights(1, 0.5, 3);
    Network network = sequential(input(1), dense(4).tanh(), dense(3).softmax());
    Dataset data = Dataset.of(ROWS, new int[] {2, 0, 1, 2});

    assertThat(gradientCheck(network, plan, data).isPassed(1e-6)).isTrue();
  }
}
