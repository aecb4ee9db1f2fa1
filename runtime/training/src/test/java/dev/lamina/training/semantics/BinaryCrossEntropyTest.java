package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.sigmoid;
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
import static dev.lamina.training.semantics.ExactTraining.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A unit with weight 1 and bias 0, whose logit z is its input x, and whose bias has gradient p - y.
 */
class BinaryCrossEntropyTest {

  private static final Network NETWORK =
      sequential(input(1), dense(1).initializer(ones()).sigmoid().named("unit"));
  private static final TrainingPlan ONE_STEP = training(binaryCrossEntropy(), sgd(1));

  @ParameterizedTest
  @ValueSource(doubles = {-100, -40, -17, -12, -1, -1e-9, 0, 0.5, 3, 12, 17, 36, 37, 40, 100})
  void lossAndGradientAreExactForEveryLogit(double z) {
    for (double y : new double[] {0, 1, 0.25}) {
      Dataset data = Dataset.of(new double[][] {{z}}, new double[] {y});

      TrainingResult result = train(NETWORK, ONE_STEP, data);

      double softplus = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
      assertThat(result.history().values(training(loss())))
          .containsExactly(new double[] {softplus - y * z}, EXACT);
      assertThat(vector(result, "unit", "bias"))
          .containsExactly(new double[] {y - 1 / (1 + Math.exp(-z))}, EXACT);
    }
  }

  @ParameterizedTest
  @CsvSource({"100, 0, -1", "-100, 1, 1", "17, 0, -1", "20, 0, -1"})
  void aConfidentErrorHasTheGradientOneInSinglePrecisionToo(double z, double y, double bias) {
    Dataset data = Dataset.of(new double[][] {{z}}, new double[] {y});

    TrainingResult result = Trainer.create().train(NETWORK, ONE_STEP, data);

    assertThat(vector(result, "unit", "bias")).containsExactly(new double[] {bias}, within(1e-7));
    double softplus = Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    assertThat(result.history().values(training(loss()))[0]).isCloseTo(softplus - y * z, EXACT);
  }

  @Test
  void severalOutputsCountWithTheirMean() {
    Network network = sequential(input(1), dense(3).initializer(ones()).sigmoid().named("units"));
    Dataset data = Dataset.of(new double[][] {{2}}, new double[][] {{1, 0, 0.5}});

    TrainingResult result = train(network, ONE_STEP, data);

    double p = 1 / (1 + Math.exp(-2));
    double expected = -(Math.log(p) + Math.log(1 - p) + (Math.log(p) + Math.log(1 - p)) / 2) / 3;
    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {expected}, EXACT);
    assertThat(vector(result, "units", "bias"))
        .containsExactly(new double[] {(1 - p) / 3, -p / 3, (0.5 - p) / 3}, EXACT);
  }

  @Test
  void aBatchCountsWithItsMean() {
    double[][] inputs = {{2}, {-1}, {50}};
    double[] targets = {0, 1, 1};

    TrainingResult result = train(NETWORK, ONE_STEP, Dataset.of(inputs, targets));

    double first = 1 / (1 + Math.exp(-2));
    double second = 1 / (1 + Math.E);
    double expected = -(Math.log(1 - first) + Math.log(second)) / 3;
    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {expected}, EXACT);
    assertThat(vector(result, "unit", "bias"))
        .containsExactly(new double[] {-(first + second - 1) / 3}, EXACT);
  }

  @Test
  void evaluationMeasuresTheSameLossAsTraining() {
    Dataset data = Dataset.of(new double[][] {{100}, {-30}, {0.1}}, new double[] {0, 1, 1});
    Model model = untrained(NETWORK, ONE_STEP);

    double evaluated = model.evaluate(data).loss();

    double expected = (100 + 30 + Math.log1p(Math.exp(-0.1))) / 3;
    assertThat(evaluated).isCloseTo(expected, EXACT);
  }

  @Test
  void aSigmoidOfItsOwnIsTheSame() {
    Network apart = sequential(input(1), dense(1).initializer(ones()).named("unit"), sigmoid());
    Dataset data = Dataset.of(new double[][] {{100}, {-3}}, new double[] {0, 1});

    TrainingResult result = train(apart, ONE_STEP, data);

    TrainingResult joined = train(NETWORK, ONE_STEP, data);
    assertThat(result.model().weights()).isEqualTo(joined.model().weights());
    assertThat(result.history().values(training(loss())))
        .containsExactly(joined.history().values(training(loss())));
    assertThat(result.model().predict(new double[] {0.3}))
        .containsExactly(joined.model().predict(new double[] {0.3}));
  }
}
