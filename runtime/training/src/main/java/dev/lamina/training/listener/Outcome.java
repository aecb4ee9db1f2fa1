package dev.lamina.training.listener;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.loss.TargetKind;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.training.EarlyStopping;
import dev.lamina.training.StopReason;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.evaluation.ConfusionMatrix;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.loop.EarlyStoppingState;
import dev.lamina.training.model.Model;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What a report says of how a training turned out. */
final class Outcome {

  private Outcome() {}

  /** The epoch whose weights were restored, if some were. */
  static OptionalInt bestEpoch(TrainingResult result) {
    Optional<EarlyStoppingState> state = restoring(result).map(EarlyStoppingState::start);
    for (Epoch epoch : result.history().epochs()) {
      state = state.map(now -> now.after(epoch.number() - 1, epoch.value(now.rule().monitor())));
    }
    return state
        .filter(last -> last.bestEpoch().isPresent())
        .map(last -> OptionalInt.of(last.bestEpoch().getAsInt() + 1))
        .orElse(OptionalInt.empty());
  }

  /** The rule that ended training, or else the first, that restores the best weights. */
  private static Optional<EarlyStopping> restoring(TrainingResult result) {
    Stream<EarlyStopping> rules =
        result.stopReason() instanceof StopReason.NoProgress reason
            ? Stream.of(reason.rule())
            : result.model().plan().stopRules().stream()
                .filter(EarlyStopping.class::isInstance)
                .map(EarlyStopping.class::cast);
    return rules.filter(EarlyStopping::restoresBest).findFirst();
  }

  /** The classes of this data and those that the model predicts, if it predicts classes. */
  static Optional<ConfusionMatrix> confusion(Model model, Dataset data) {
    Outline outline = model.network().outline();
    Activation output = outline.last().layer().outputActivation();
    boolean oneAnswer =
        output instanceof Sigmoid
            && outline.outputShape().size() == 1
            && model.plan().loss().targets() == TargetKind.PROBABILITIES;
    return output instanceof Softmax || oneAnswer
        ? Optional.of(model.report(data).classification().confusion())
        : Optional.empty();
  }
}
