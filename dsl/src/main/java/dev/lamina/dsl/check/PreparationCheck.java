package dev.lamina.dsl.check;

import dev.lamina.dsl.augmentation.Augmentation;
import dev.lamina.dsl.augmentation.Mixup;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What can be wrong with what a plan does to mini-batches before the network sees them. */
final class PreparationCheck {

  private final Outline outline;
  private final TrainingPlan plan;
  private final int outputs;
  private final List<Problem> problems = new ArrayList<>();

  /** Of a plan for a network that has layers. */
  PreparationCheck(Outline outline, TrainingPlan plan) {
    this.outline = outline;
    this.plan = plan;
    this.outputs = outline.outputShape().size();
  }

  /** Everything that is wrong. */
  List<Problem> problems() {
    if (!plan.classWeights().isEmpty()) {
      thereAreSuchClasses();
    }
    plan.augmentations().forEach(this::samplesFit);
    targetsMix();
    return List.copyOf(problems);
  }

  private void thereAreSuchClasses() {
    int weights = plan.classWeights().size();
    OptionalInt classes = plan.loss().classes(outputs);
    Code call = Code.call("classWeights", plan.classWeights());
    String loss =
        "`%s` of %d %s".formatted(plan.loss(), outputs, outputs == 1 ? "output" : "outputs");
    if (classes.isEmpty()) {
      report(
          "`" + call + "`",
          "weighs classes, but " + loss + " tells none apart.",
          "weigh samples, `data.weighted(weights)`, or train with a cross-entropy of classes.");
    } else if (classes.getAsInt() != weights) {
      report(
          "`" + call + "`",
          "has %d weights, but %s tells %d classes apart."
              .formatted(weights, loss, classes.getAsInt()),
          "give %d weights, in the order of the classes.".formatted(classes.getAsInt()));
    }
  }

  private void samplesFit(Augmentation augmentation) {
    int features = outline.input().shape().size();
    int needed = augmentation.features().orElse(features);
    if (needed != features) {
      report(
          "`" + augmentation + "`",
          "needs images of %d numbers, but the network takes `%s`."
              .formatted(needed, outline.input()),
          "give height and width of the images, and `.channels(3)` where they have colours.");
    }
  }

  private void targetsMix() {
    switch (plan.loss().targets()) {
      case CLASS_INDEX ->
          unmixable("reads class indices", "`categoricalCrossEntropy()` on one-hot targets");
      case SIGNS -> unmixable("reads -1 and 1 alone", "`binaryCrossEntropy()` on 0 and 1");
      case NOT_ZERO -> unmixable("divides by targets that may mix to 0", "`absoluteError()`");
      case NUMBERS, ABOVE_MINUS_ONE, NOT_NEGATIVE, PROBABILITIES, DISTRIBUTION, ONE_HOT -> {
        // Whatever lies between two such targets is one.
      }
    }
  }

  private void unmixable(String why, String loss) {
    plan.augmentations().stream()
        .filter(Mixup.class::isInstance)
        .forEach(
            mixup ->
                report(
                    "`" + mixup + "`",
                    "mixes targets, but `" + plan.loss() + "` " + why + ".",
                    "train with " + loss + ", or leave it out."));
  }

  private void report(String where, String finding, String fix) {
    problems.add(new Problem(where, finding, fix));
  }
}
