package dev.lamina.dsl.check;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Layers.step;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningCheckTest {

  private static final String FINDING =
      "needs an activation with a gradient to be trained, but that of `step()` is 0 everywhere.";

  @Test
  void whatHasAGradientCanLearn() {
    Network network = sequential(input(2), dense(3).sigmoid(), relu(), dropout(0.5), dense(1));

    List<Problem> problems = LearningCheck.problems(network);

    assertThat(problems).isEmpty();
  }

  @Test
  void nothingIsLearnedThroughAStep() {
    Network network = sequential(input(2), dense(3).step(), dense(2), step(), dense(1));

    List<Problem> problems = LearningCheck.problems(network);

    assertThat(problems)
        .containsExactly(
            new Problem(
                "Layer 1 `dense(3).step()`",
                FINDING,
                "use `.sigmoid()` or `.relu()`; step is for predicting with weights set by hand."),
            new Problem(
                "Layer 3 `step()`",
                FINDING,
                "use `sigmoid()` or `relu()`; step is for predicting with weights set by hand."));
  }

  @Test
  void whatCannotLearnMayPredict() {
    Network network = sequential(input(2), dense(3).step(), dense(1).step());

    List<Problem> problems = PlanCheck.problems(network, training(meanSquaredError(), sgd()));

    assertThat(problems).isEmpty();
  }
}
