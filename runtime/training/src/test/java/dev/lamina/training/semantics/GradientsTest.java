package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.column;
import static dev.lamina.training.semantics.ExactTraining.exact;
import static dev.lamina.training.semantics.ExactTraining.inGivenOrder;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Gradients;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;

/** The gradients that a model gives, against those worked out by hand. */
class GradientsTest {

  /** The network 2-2-1 without biases whose six derivatives the documents work out. */
  private static final Network DOCUMENTED =
      sequential(
          input(2),
          dense(2).noBias().relu().named("hidden"),
          dense(1).noBias().sigmoid().named("output"));

  private static final double[][] HIDDEN = {{0.4, -0.7}, {0.9, 0.3}};
  private static final double[][] OUTPUT = {{1.2}, {-0.8}};
  private static final Network EVERYTHING =
      sequential(
          input(2),
          dense(3).l1(0.01).l2(0.02).named("first"),
          batchNorm().named("norm"),
          relu(),
          dropout(0.4),
          dense(1).sigmoid().named("output"));
  private static final Dataset FOUR =
      Dataset.of(new double[][] {{0, 0.5}, {0.2, 1}, {1, -1}, {1, 1}}, new double[] {0, 1, 1, 0});

  @ParameterizedTest
  @CsvSource({"1, 0, 1", "0, 1, 0", "1, 1, 0", "-1, 2, 1", "2, -1, 0", "-1, -1, 1", "0.3, 0.9, 1"})
  void allSixDerivativesOfTheDocumentsAreTheOnesWorkedOutThere(double x1, double x2, double y) {
    Dataset sample = Dataset.of(new double[][] {{x1, x2}}, new double[] {y});

    Gradients gradients = documented().gradients(sample);

    assertClose(gradients, worked(new double[][] {{x1, x2}}, new double[] {y}));
  }

  @Test
  void theGradientOfABatchIsTheMeanOfItsSamples() {
    double[][] x = {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {-2, 0.5}};
    double[] y = {0, 1, 1, 0, 1};

    Gradients gradients = documented().gradients(Dataset.of(x, y));

    assertClose(gradients, worked(x, y));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0.6, 1.2", "0, 0.1, 0.7, 1.15", "0.1, 0, 0.7, 1.1", "0.1, 0.1, 0.8, 1.05"})
  void thePenaltiesOfTheWeightsArePartOfIt(double l1, double l2, double first, double second) {
    Network network = sequential(input(2), dense(1).l1(l1).l2(l2).named("unit"));
    Model fresh = untrained(network, training(meanSquaredError(), sgd()));
    Model model =
        fresh.withWeights(
            fresh
                .weights()
                .with("unit", "kernel", new double[][] {{0.5}, {-0.25}})
                .with("unit", "bias", new double[] {0.3}));
    Dataset twice = Dataset.of(new double[][] {{1, 2}, {1, 2}}, new double[] {0, 0});

    Gradients gradients = model.gradients(twice);

    assertThat(column(gradients.matrix("unit", "kernel"), 0))
        .containsExactly(new double[] {first, second}, EXACT);
    assertThat(gradients.vector("unit", "bias")).containsExactly(new double[] {0.6}, EXACT);
    assertThat(gradients.norm())
        .isCloseTo(Math.sqrt(first * first + second * second + 0.36), EXACT);
  }

  @Test
  void theFirstStepOfTrainingTakesTheSameGradientDropoutIncluded() {
    double rate = 0.5;
    TrainingPlan plan =
        inGivenOrder(training(binaryCrossEntropy(), sgd(rate)).batchSize(4), FOUR.size());
    Model model = untrained(EVERYTHING, plan);

    Gradients gradients = model.gradients(FOUR);

    Weights before = model.weights();
    Weights after = train(EVERYTHING, plan, FOUR).model().weights();
    for (String layer : gradients.layers()) {
      for (String parameter : gradients.parameters(layer)) {
        double[] w = before.values(layer, parameter);
        double[] g = gradients.values(layer, parameter);
        double[] expected = new double[w.length];
        for (int i = 0; i < w.length; i++) {
          expected[i] = w[i] - rate * g[i];
        }
        assertThat(after.values(layer, parameter)).containsExactly(expected, EXACT);
      }
    }
    assertThat(gradients.norm("first")).isPositive();
  }

  @Test
  void onlyWhatIsLearnedHasAGradient() {
    Model model = untrained(EVERYTHING, training(binaryCrossEntropy(), sgd()));

    Gradients gradients = model.gradients(FOUR);

    assertThat(gradients.layers()).containsExactly("first", "norm", "output");
    assertThat(gradients.parameters("first")).containsExactly("kernel", "bias");
    assertThat(gradients.parameters("norm")).containsExactly("gamma", "beta");
  }

  @Test
  void gradientsAreNotClipped() {
    TrainingPlan plan = training(binaryCrossEntropy(), sgd());

    Gradients clipped = untrained(EVERYTHING, plan.clipGlobalNorm(1e-3)).gradients(FOUR);

    assertThat(clipped).isEqualTo(untrained(EVERYTHING, plan).gradients(FOUR));
    assertThat(clipped.norm()).isGreaterThan(1e-3);
  }

  @Test
  void nothingOfTheModelNorOfTheCallersGeneratorChanges() {
    TrainingPlan plan = training(binaryCrossEntropy(), adam()).epochs(3);
    Model model = train(EVERYTHING, plan, FOUR).model();
    Weights weights = model.weights();
    double[] state = optimizerState(model);
    Nd4j.getRandom().setSeed(5);
    double drawn = Nd4j.getRandom().nextDouble();

    Nd4j.getRandom().setSeed(5);
    Gradients once = model.gradients(FOUR);
    Gradients again = model.gradients(FOUR);

    assertThat(Nd4j.getRandom().nextDouble()).isEqualTo(drawn);
    assertThat(again).isEqualTo(once);
    assertThat(model.weights()).isEqualTo(weights);
    assertThat(optimizerState(model)).containsExactly(state);
    assertThat(model.unwrap().getIterationCount()).isEqualTo(3);
  }

  @Test
  void singlePrecisionGivesTheSameUpToItsRounding() {
    TrainingPlan plan = training(binaryCrossEntropy(), sgd());
    Model single = Model.untrained(EVERYTHING, plan);
    Model both = Model.untrained(EVERYTHING, exact(plan)).withWeights(single.weights());

    Gradients gradients = single.gradients(FOUR);

    assertThat(gradients.values("norm", "gamma"))
        .containsExactly(both.gradients(FOUR).values("norm", "gamma"), within(1e-5));
    assertThat(gradients.norm()).isCloseTo(both.gradients(FOUR).norm(), within(1e-5));
  }

  private static Model documented() {
    Model fresh = untrained(DOCUMENTED, training(binaryCrossEntropy(), sgd()));
    return fresh.withWeights(
        fresh.weights().with("hidden", "kernel", HIDDEN).with("output", "kernel", OUTPUT));
  }

  /** The derivatives by the hidden kernel row by row, then by the output's two weights. */
  private static double[] worked(double[][] x, double[] y) {
    double[] sum = new double[6];
    for (int sample = 0; sample < x.length; sample++) {
      double[] a = new double[2];
      double logit = 0;
      for (int i = 0; i < 2; i++) {
        a[i] = Math.max(0, HIDDEN[0][i] * x[sample][0] + HIDDEN[1][i] * x[sample][1]);
        logit += OUTPUT[i][0] * a[i];
      }
      double error = 1 / (1 + Math.exp(-logit)) - y[sample];
      for (int i = 0; i < 2; i++) {
        double slope = a[i] > 0 ? error * OUTPUT[i][0] : 0;
        sum[i] += slope * x[sample][0] / x.length;
        sum[2 + i] += slope * x[sample][1] / x.length;
        sum[4 + i] += error * a[i] / x.length;
      }
    }
    return sum;
  }

  private static void assertClose(Gradients gradients, double[] six) {
    double[][] hidden = gradients.matrix("hidden", "kernel");
    assertThat(hidden[0]).containsExactly(new double[] {six[0], six[1]}, EXACT);
    assertThat(hidden[1]).containsExactly(new double[] {six[2], six[3]}, EXACT);
    assertThat(column(gradients.matrix("output", "kernel"), 0))
        .containsExactly(new double[] {six[4], six[5]}, EXACT);
  }

  private static double[] optimizerState(Model model) {
    return model.unwrap().getUpdater().getStateViewArray().dup().data().asDouble();
  }
}
