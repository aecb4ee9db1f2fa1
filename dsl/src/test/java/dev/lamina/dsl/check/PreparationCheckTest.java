package dev.lamina.dsl.check;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.hinge;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparationCheckTest {

  private static final Network SIGMOID = sequential(input(2), dense(1).sigmoid());
  private static final Network SOFTMAX = sequential(input(2), dense(3).softmax());

  @Test
  void eachClassHasAWeight() {
    TrainingPlan two = training(binaryCrossEntropy(), sgd()).classWeights(1, 5);
    TrainingPlan three = training(sparseCategoricalCrossEntropy(), sgd()).classWeights(1, 5, 0);
    TrainingPlan signs = training(hinge(), sgd()).classWeights(1, 5);

    assertThat(PlanCheck.problems(SIGMOID, two)).isEmpty();
    assertThat(PlanCheck.problems(SOFTMAX, three)).isEmpty();
    assertThat(PlanCheck.problems(sequential(input(2), dense(1).tanh()), signs)).isEmpty();
  }

  @Test
  void asManyWeightsAsClassesAreNeeded() {
    TrainingPlan plan = training(sparseCategoricalCrossEntropy(), sgd()).classWeights(1, 5);

    List<Problem> problems = PlanCheck.problems(SOFTMAX, plan);

    assertThat(problems)
        .containsExactly(
            new Problem(
                "`classWeights(1, 5)`",
                "has 2 weights, but `sparseCategoricalCrossEntropy()` of 3 outputs tells 3 classes"
                    + " apart.",
                "give 3 weights, in the order of the classes."));
  }

  @Test
  void numbersAreNoClasses() {
    TrainingPlan plan = training(meanSquaredError(), sgd()).classWeights(1, 5);

    List<Problem> problems = PlanCheck.problems(SIGMOID, plan);

    assertThat(problems)
        .containsExactly(
            new Problem(
                "`classWeights(1, 5)`",
                "weighs classes, but `meanSquaredError()` of 1 output tells none apart.",
                "weigh samples, `data.weighted(weights)`, or train with a cross-entropy of"
                    + " classes."));
  }

  @Test
  void answersThatDoNotExcludeEachOtherAreNoClasses() {
    Network network = sequential(input(2), dense(3).sigmoid());
    TrainingPlan plan = training(binaryCrossEntropy(), sgd()).classWeights(1, 5, 2);

    List<Problem> problems = PlanCheck.problems(network, plan);

    assertThat(problems)
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .startsWith(
            "`classWeights(1, 5, 2)` weighs classes, but `binaryCrossEntropy()` of 3 outputs tells"
                + " none apart.");
  }
}
