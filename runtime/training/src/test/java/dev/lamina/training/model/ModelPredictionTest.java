package dev.lamina.training.model;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.training.Precision;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelPredictionTest {

  private static final double[][] KERNEL = {{1, -1}, {2, 0.5}};
  private static final double[] BIAS = {0.25, -3};

  @Test
  void outputsAreThoseOfTheTextbook() {
    Model model = model(dense(2).named("it"));

    double[] outputs = model.predict(new double[] {3, 4});

    assertThat(outputs).containsExactly(3 + 8 + 0.25, -3 + 2 - 3);
  }

  @Test
  void outputsHaveTheActivationThatEndsTheNetwork() {
    Model option = model(dense(2).relu().named("it"));
    Model layer = model(dense(2).named("it"), relu());

    assertThat(option.predict(new double[] {3, 4})).containsExactly(11.25, 0);
    assertThat(layer.predict(new double[] {3, 4})).containsExactly(11.25, 0);
  }

  @Test
  void severalSamplesKeepTheirOrder() {
    Model model = model(dense(2).named("it"));

    double[][] outputs = model.predict(new double[][] {{0, 0}, {3, 4}, {1, 0}});

    assertThat(outputs).isDeepEqualTo(new double[][] {{0.25, -3}, {11.25, -4}, {1.25, -4}});
  }

  @Test
  void noSamplesGiveNoOutputs() {
    Model model = model(dense(2).named("it"));

    assertThat(model.predict(new double[0][])).isEmpty();
    assertThat(model(dense(2).softmax().named("it")).classify(new double[0][])).isEmpty();
  }

  @Test
  void anyNumberOfSamplesIsPredictedAsOneByOne() {
    Model model = model(dense(2).tanh().named("it"));
    double[][] samples =
        IntStream.range(0, 2 * Evaluator.ROWS_AT_ONCE + 1)
            .mapToObj(row -> new double[] {row / 1000.0, -row / 2000.0})
            .toArray(double[][]::new);

    double[][] outputs = model.predict(samples);

    assertThat(outputs).hasNumberOfRows(samples.length);
    for (int row : new int[] {0, 1, 1023, 1024, 1025, 2047, 2048}) {
      double[] alone = model.predict(samples[row]);
      assertThat(outputs[row]).containsExactly(alone, within(1e-15));
    }
  }

  @Test
  void predictingLeavesTheSamplesAsTheyAre() {
    Model model = model(dense(2).relu().named("it"));
    double[] sample = {3, 4};

    double[] outputs = model.predict(sample);
    outputs[0] = -1;

    assertThat(sample).containsExactly(3, 4);
    assertThat(model.predict(sample)).containsExactly(11.25, 0);
  }

  @Test
  void classesComeWithTheirProbabilities() {
    Model model = model(dense(2).softmax().named("it"));

    List<Classification> classes = model.classify(new double[][] {{0, 0}, {-3, 0}});

    assertThat(classes).extracting(Classification::index).containsExactly(0, 1);
    assertThat(classes.get(0).probability()).isCloseTo(sigmoid(0.25 + 3), within(1e-12));
    assertThat(classes.get(1).probability()).isCloseTo(sigmoid(0 + 2.75), within(1e-12));
  }

  @Test
  void oneSigmoidTellsTwoClassesApart() {
    Model model =
        Model.untrained(
            sequential(input(2), dense(1).sigmoid().named("it")),
            training(meanSquaredError(), sgd()).precision(Precision.FLOAT64));
    Weights weights =
        model
            .weights()
            .with("it", "kernel", new double[][] {{1}, {1}})
            .with("it", "bias", new double[] {-1});

    Classification classification = model.withWeights(weights).classify(new double[] {0, 0});

    assertThat(classification.index()).isZero();
    assertThat(classification.probability()).isCloseTo(sigmoid(1), within(1e-12));
  }

  private static Model model(Block... blocks) {
    Model model =
        Model.untrained(
            sequential(input(2), blocks),
            training(meanSquaredError(), sgd()).precision(Precision.FLOAT64));
    return model.withWeights(model.weights().with("it", "kernel", KERNEL).with("it", "bias", BIAS));
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
