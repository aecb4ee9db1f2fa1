package dev.lamina.dsl.check;

import static dev.lamina.dsl.Augmentations.flipImages;
import static dev.lamina.dsl.Augmentations.jitter;
import static dev.lamina.dsl.Augmentations.mixup;
import static dev.lamina.dsl.Augmentations.shiftImages;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.hinge;
import static dev.lamina.dsl.Losses.meanAbsolutePercentageError;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PreparationCheckTest {

  private static final Network SIGMOID = sequential(input(2), dense(1).sigmoid());
  private static final Network LINE = sequential(input(2), dense(1));
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

  @Test
  void augmentationsSuitTheSamples() {
    Network images = sequential(input(12), dense(3).softmax());
    TrainingPlan plan =
        training(categoricalCrossEntropy(), sgd())
            .augment(shiftImages(3, 4, 1), flipImages(2, 2).channels(3), jitter(0.1), mixup(1));

    assertThat(PlanCheck.problems(images, plan)).isEmpty();
  }

  @Test
  void imagesAreAsLargeAsTheInput() {
    TrainingPlan plan =
        training(categoricalCrossEntropy(), sgd())
            .augment(shiftImages(3, 4, 1), flipImages(2, 1), flipImages(2, 1).channels(3));

    List<Problem> problems = PlanCheck.problems(SOFTMAX, plan);

    String fix = "give height and width of the images, and `.channels(3)` where they have colours.";
    assertThat(problems)
        .containsExactly(
            new Problem(
                "`shiftImages(3, 4, 1)`",
                "needs images of 12 numbers, but the network takes `input(2)`.",
                fix),
            new Problem(
                "`flipImages(2, 1).channels(3)`",
                "needs images of 6 numbers, but the network takes `input(2)`.",
                fix));
  }

  static Stream<Arguments> unmixable() {
    return Stream.of(
        arguments(
            sparseCategoricalCrossEntropy(),
            SOFTMAX,
            "reads class indices",
            "`categoricalCrossEntropy()` on one-hot targets"),
        arguments(hinge(), LINE, "reads -1 and 1 alone", "`binaryCrossEntropy()` on 0 and 1"),
        arguments(
            meanAbsolutePercentageError(),
            LINE,
            "divides by targets that may mix to 0",
            "`absoluteError()`"));
  }

  @ParameterizedTest
  @MethodSource("unmixable")
  void targetsThatAreMixedMeanSomething(Loss loss, Network network, String why, String instead) {
    TrainingPlan plan = training(loss, sgd()).augment(mixup(0.2));

    List<Problem> problems = PlanCheck.problems(network, plan);

    assertThat(problems)
        .containsExactly(
            new Problem(
                "`mixup(0.2)`",
                "mixes targets, but `" + loss + "` " + why + ".",
                "train with " + instead + ", or leave it out."));
  }
}
