package dev.lamina.training.model;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PredictorTest {

  private static final double[][] KERNEL = {{1, -1, 0}, {2, 0.5, 0}};
  private static final double[][] COLUMN = {{1}, {2}};

  private final Model classes = Predictors.oneLayer(dense(3).softmax(), KERNEL, 0, 0, 1);
  private final Model one = Predictors.oneLayer(dense(1).sigmoid(), COLUMN, -3);
  private final Model price = Predictors.oneLayer(dense(1), COLUMN, 0.5);

  /** What an application knows. */
  private record Customer(int age, double income) {
    double[] features() {
      return new double[] {age, income};
    }
  }

  @Test
  void outputsAreThoseOfTheTextbook() {
    try (Predictor<double[]> predictor = price.predictor()) {
      Prediction prediction = predictor.predict(new double[] {3, 4});

      assertThat(prediction.outputs()).containsExactly(11.5);
      assertThat(prediction.value()).isEqualTo(11.5);
      assertThat(prediction).hasToString("[11.5]");
    }
  }

  @Test
  void classesComeBestFirst() {
    double sum = Math.exp(3) + Math.exp(-0.5) + Math.exp(1);
    try (Predictor<double[]> predictor = classes.predictor()) {
      Prediction prediction = predictor.predict(new double[] {1, 1});

      assertThat(prediction.classification().index()).isZero();
      assertThat(prediction.probabilities())
          .containsExactly(
              new double[] {Math.exp(3) / sum, Math.exp(-0.5) / sum, Math.exp(1) / sum},
              within(1e-14));
      assertThat(prediction.top(2)).extracting(Classification::index).containsExactly(0, 2);
      assertThat(prediction.top(9)).extracting(Classification::index).containsExactly(0, 2, 1);
      assertThat(prediction.top(1)).containsExactly(prediction.classification());
      assertThat(prediction).hasToString(prediction.classification().toString());
    }
  }

  @Test
  void equallyProbableClassesComeInTheirOrder() {
    Model equal = Predictors.oneLayer(dense(3).softmax(), new double[2][3], 0, 0, 0);
    try (Predictor<double[]> predictor = equal.predictor()) {
      Prediction prediction = predictor.predict(new double[] {1, 1});

      assertThat(prediction.top(3)).extracting(Classification::index).containsExactly(0, 1, 2);
    }
  }

  @Test
  void oneSigmoidHasTwoClasses() {
    double yes = 1 / (1 + Math.exp(3 - 2 * 0.25));
    try (Predictor<double[]> predictor = one.predictor()) {
      Prediction prediction = predictor.predict(new double[] {0, 0.25});

      assertThat(prediction.probabilities())
          .containsExactly(new double[] {1 - yes, yes}, within(1e-15));
      assertThat(prediction.classification().index()).isZero();
      assertThat(prediction.top(2)).extracting(Classification::index).containsExactly(0, 1);
    }
  }

  @Test
  void anyTypeIsPredictedThroughItsFeatures() {
    try (Predictor<Customer> predictor = price.predictor(Customer::features)) {
      Customer young = new Customer(20, 3);
      Customer old = new Customer(70, 2);

      Prediction alone = predictor.predict(young);
      List<Prediction> both = predictor.predict(List.of(young, old));

      assertThat(alone.value()).isEqualTo(26.5);
      assertThat(both).extracting(Prediction::value).containsExactly(26.5, 74.5);
      assertThat(predictor.predict(new Customer[] {young, old})).isEqualTo(both);
      assertThat(both.get(0)).isEqualTo(alone).hasSameHashCodeAs(alone);
      assertThat(both.get(1)).isNotEqualTo(alone);
    }
  }

  @Test
  void noSamplesGiveNoPredictions() {
    try (Predictor<double[]> predictor = price.predictor()) {
      assertThat(predictor.predict(new double[0][])).isEmpty();
      assertThat(predictor.predict(List.of())).isEmpty();
    }
  }

  @Test
  void aRowHasTheSameBitsInBatchesOfAnySize() {
    double[][] rows = Predictors.rows(300);
    try (Predictor<double[]> predictor = Predictors.deep().predictor()) {
      List<Prediction> alone = Stream.of(rows).map(predictor::predict).toList();

      for (int size : new int[] {1, 2, 8, 9, 15, 16, 17, 128, 129, 300}) {
        List<Prediction> together = predictor.predict(List.of(rows).subList(0, size));

        assertThat(together).isEqualTo(alone.subList(0, size));
      }
    }
  }

  @Test
  void outputsCanBeChangedWithoutChangingThePrediction() {
    try (Predictor<double[]> predictor = classes.predictor()) {
      Prediction prediction = predictor.predict(new double[] {1, 1});
      double first = prediction.outputs()[0];

      prediction.outputs()[0] = 7;
      prediction.probabilities()[0] = 7;

      assertThat(prediction.outputs()[0]).isEqualTo(first);
    }
  }

  @Test
  void aPredictorPrintsItsNetworkAndWidths() {
    try (Predictor<double[]> predictor = classes.predictor()) {
      assertThat(predictor).hasToString("Predictor[one, 2 -> 3]");
    }
  }

  @Test
  void rowsThatDoNotFitAreRefused() {
    try (Predictor<double[]> predictor = price.predictor()) {
      assertThatThrownBy(() -> consume(predictor.predict(List.of(new double[2], new double[3]))))
          .isInstanceOf(InvalidDescriptionException.class)
          .hasMessage(
              """
              Prediction of network `one` is not valid: 1 problem.
                1. Row 1 has 3 features but the network takes `input(2)`.
                   Fix: give 2 features a row.""");
    }
  }

  @Test
  void aRegressionHasNoClasses() {
    try (Predictor<double[]> predictor = price.predictor()) {
      Prediction prediction = predictor.predict(new double[2]);

      assertThatThrownBy(() -> consume(prediction.top(1)))
          .hasMessage(
              """
              Prediction of network `one` is not valid: 1 problem.
                1. Layer 1 `dense(1).named("it")` ends the network, but a class is read from \
              softmax, or from one sigmoid.
                   Fix: use `predict` for the outputs, or end the network in such a layer.""");
      assertThatThrownBy(() -> consume(prediction.probabilities()))
          .hasMessageContaining("a class is read from");
      assertThatThrownBy(() -> consume(prediction.classification()))
          .hasMessageContaining("a class is read from");
    }
  }

  @Test
  void severalOutputsAreNotOneValue() {
    try (Predictor<double[]> predictor = classes.predictor()) {
      Prediction prediction = predictor.predict(new double[2]);

      assertThatThrownBy(() -> consume(prediction.value()))
          .hasMessage(
              """
              Prediction of network `one` is not valid: 1 problem.
                1. Layer 1 `dense(3).softmax().named("it")` gives 3 outputs, but `value()` is the \
              only one there is.
                   Fix: use `outputs()` for all of them, or `classification()` for the class.""");
    }
  }

  @Test
  void aClosedPredictorRefuses() {
    Predictor<double[]> predictor = price.predictor();
    Predictor<double[]> other = predictor.microBatching(4, Duration.ZERO);

    predictor.close();
    predictor.close();

    assertThatThrownBy(() -> consume(predictor.predict(new double[2])))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            The predictor of network `one` must be open, but `close()` was called.
            Fix: close it where nobody predicts any more, or ask the model for another.""");
    assertThatThrownBy(() -> consume(predictor.predict(List.of())))
        .hasMessageContaining("must be open");
    assertThat(other.predict(new double[2]).value()).isEqualTo(0.5);
    other.close();
    assertThatThrownBy(() -> consume(other.predict(new double[2])))
        .hasMessageContaining("must be open");
  }

  @Test
  void weightsThatAreNotFiniteAreRefused() {
    Model diverged =
        Trainer.create()
            .train(
                sequential(input(1), dense(2).named("it"), dense(1)).named("far"),
                training(meanSquaredError(), sgd(1e30)).epochs(9),
                Dataset.of(new double[][] {{1}, {2}}, new double[] {1, 2}))
            .model();

    assertThatThrownBy(() -> consume(diverged.predictor()))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageStartingWith(
            """
            `PlainModel.of(network, precision, parameters)` for network `far` is not valid: 4 problems.
              1. Layer 1 `dense(2).named("it")` needs a `kernel` of finite numbers""");
  }

  /** The features of the first call become NaN once it was checked, and waits for the second. */
  @Test
  @Timeout(30)
  void aRowThatIsChangedMeanwhileFailsNoOtherCall() throws Exception {
    double[] shared = {1, 2};
    double[] own = {3, 4};
    try (Predictor<double[]> alone = price.predictor();
        Predictor<double[]> predictor = alone.microBatching(2, Duration.ofMinutes(1))) {
      FutureTask<Prediction> first = new FutureTask<>(() -> predictor.predict(shared));
      Thread thread = new Thread(first);

      thread.start();
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      shared[0] = Double.NaN;

      assertThat(predictor.predict(own)).isEqualTo(alone.predict(own));
      assertThat(first.get()).isEqualTo(alone.predict(new double[] {1, 2}));
    }
  }

  @Test
  void microBatchesAreOfTwoRowsOrMoreAndWaitAMinuteAtMost() {
    try (Predictor<double[]> predictor = price.predictor()) {
      assertThatThrownBy(() -> consume(predictor.microBatching(1, Duration.ZERO)))
          .hasMessageContaining("`maxRows` must be a whole number of at least 2 but is 1.");
      assertThatThrownBy(() -> consume(predictor.microBatching(2, Duration.ofHours(1))))
          .hasMessageContaining("`maxWait` must be a time from zero to a minute but is PT1H.");
      assertThatThrownBy(() -> consume(predictor.microBatching(2, Duration.ofMillis(-1))))
          .hasMessageContaining("`maxWait` must be a time from zero to a minute");
    }
  }

  private static void consume(Object value) {
    assertThat(value).isNotNull();
  }
}
