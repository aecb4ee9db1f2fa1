package dev.lamina.training.listener;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.loss.TargetKind;
import dev.lamina.dsl.network.Outline;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.evaluation.ConfusionMatrix;
import dev.lamina.training.evaluation.Report;
import dev.lamina.training.model.Model;
import java.util.Optional;

/** What a report says of how a training turned out. */
final class Outcome {

  private Outcome() {}

  /**
   * The classes of this data and those that the model predicts, if it predicts classes: one that
   * diverged predicts none.
   */
  static Optional<ConfusionMatrix> confusion(Model model, Dataset data) {
    Outline outline = model.network().outline();
    Activation output = outline.last().layer().outputActivation();
    boolean oneAnswer =
        output instanceof Sigmoid
            && outline.outputShape().size() == 1
            && model.plan().loss().targets() == TargetKind.PROBABILITIES;
    return output instanceof Softmax || oneAnswer
        ? Optional.of(model.report(data))
            .filter(Report::isFinite)
            .map(report -> report.classification().confusion())
        : Optional.empty();
  }
}
