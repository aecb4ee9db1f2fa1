package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
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
import static dev.lamina.training.semantics.ExactTraining.weights;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import org.junit.jupiter.api.Test;

/** Three linear units of weight 1 that see x = 2, and then also x = -1. */
class MeanSquaredErrorTest {

  private static final Network NETWORK =
      sequential(input(1), dense(3).initializer(ones()).named("units"));
  private static final TrainingPlan ONE_STEP = training(meanSquaredError(), sgd(0.3));

  @Test
  void itIsTheMeanOverOutputs() {
    Dataset data = Dataset.of(new double[][] {{2}}, new double[][] {{1, 2, 4}});

    TrainingResult result = train(NETWORK, ONE_STEP, data);

    // The errors are 1, 0 and -2, the gradients 2/3, 0 and -4/3.
    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {5.0 / 3}, EXACT);
    assertThat(vector(result, "units", "bias")).containsExactly(new double[] {-0.2, 0, 0.4}, EXACT);
    assertThat(weights(result).matrix("units", "kernel")[0])
        .containsExactly(new double[] {0.6, 1, 1.8}, EXACT);
  }

  @Test
  void itIsTheMeanOverSamples() {
    double[][] targets = {{1, 2, 4}, {-1, 0, -1}};
    Dataset data = Dataset.of(new double[][] {{2}, {-1}}, targets);

    TrainingResult result = train(NETWORK, ONE_STEP, data);

    // The second sample adds the errors 0, -1 and 0.
    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {(5.0 / 3 + 1.0 / 3) / 2}, EXACT);
    assertThat(vector(result, "units", "bias"))
        .containsExactly(new double[] {-0.1, 0.1, 0.2}, EXACT);
    assertThat(weights(result).matrix("units", "kernel")[0])
        .containsExactly(new double[] {0.8, 0.9, 1.4}, EXACT);
  }

  @Test
  void evaluationMeasuresTheSame() {
    double[][] targets = {{1, 2, 4}, {-1, 0, -1}};
    Dataset data = Dataset.of(new double[][] {{2}, {-1}}, targets);

    double measured = untrained(NETWORK, ONE_STEP).evaluate(data).loss();

    assertThat(measured).isCloseTo(1, EXACT);
  }
}
