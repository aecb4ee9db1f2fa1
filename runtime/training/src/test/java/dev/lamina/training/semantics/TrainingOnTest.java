package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.momentum;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.assertUnit;
import static dev.lamina.training.semantics.ExactTraining.exact;
import static dev.lamina.training.semantics.ExactTraining.train;
import static dev.lamina.training.semantics.ExactTraining.unitKernel;
import static dev.lamina.training.semantics.ExactTraining.vector;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.model.Model;
import org.junit.jupiter.api.Test;

/** Training that goes on from a model. */
class TrainingOnTest {

  private static final double[][] ROWS = {{1, -2}, {0.5, 1}, {-3, 0.25}};
  private static final double[] TARGETS = {1, -1, 0.5};
  private static final Dataset DATA = Dataset.of(ROWS, TARGETS);
  private static final Network UNIT = sequential(input(2), dense(1).named("unit"));
  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd(0.05));

  @Test
  void itGoesOnFromTheWeightsOfTheModel() {
    Model start = train(UNIT, PLAN.epochs(2), DATA).model();

    TrainingResult result = Trainer.create().train(start, exact(PLAN.epochs(3)), DATA);

    TrainingResult whole = train(UNIT, PLAN.epochs(5), DATA);
    assertThat(unitKernel(result, "unit")).containsExactly(unitKernel(whole, "unit"), EXACT);
    assertThat(vector(result, "unit", "bias"))
        .containsExactly(vector(whole, "unit", "bias"), EXACT);
    double[] losses = whole.history().values(training(loss()));
    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {losses[2], losses[3], losses[4]}, EXACT);
  }

  @Test
  void anotherPlanTrainsOnWithAnOptimizerThatRemembersNothing() {
    Model start = train(UNIT, training(meanSquaredError(), momentum(0.05)).epochs(4), DATA).model();
    TrainingPlan next = exact(training(meanSquaredError(), momentum(0.2)));

    TrainingResult result = Trainer.create().train(start, next, Split.of(DATA, DATA));

    double[][] kernel = start.weights().matrix("unit", "kernel");
    PlainUnit unit =
        new PlainUnit(
            new double[] {kernel[0][0], kernel[1][0]}, start.weights().vector("unit", "bias")[0]);
    PlainUnit expected = unit.descended(0.2, ROWS, TARGETS);
    assertUnit(result, expected);
    assertThat(result.model().plan()).isEqualTo(next);
  }

  @Test
  void theModelThatItStartsFromKeepsItsWeights() {
    Model start = train(UNIT, PLAN, DATA).model();
    double[][] before = start.predict(ROWS);

    TrainingResult result = Trainer.create().train(start, exact(PLAN), DATA);

    assertThat(start.predict(ROWS)).isDeepEqualTo(before);
    assertThat(result.model().predict(ROWS)).isNotEqualTo(before);
  }
}
