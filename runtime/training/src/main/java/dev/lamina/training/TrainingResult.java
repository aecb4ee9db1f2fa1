package dev.lamina.training;

import dev.lamina.dsl.training.EarlyStopping;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.History;
import dev.lamina.training.loop.EarlyStoppingState;
import dev.lamina.training.model.Model;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What training gave.
 *
 * @param model the network with its weights: those of the best epoch where a stop rule restores
 *     them, otherwise the last
 * @param history what was measured in each epoch
 * @param stopReason why training ended
 * @param threads how many native threads it had at most: with {@link Trainer#threads} of this
 *     number it gives the same weights again, bit for bit, on the same machine
 */
public record TrainingResult(Model model, History history, StopReason stopReason, int threads) {

  /** The epoch, counted from 1, whose weights a stop rule restored; none if they are the last. */
  public OptionalInt restoredEpoch() {
    Optional<EarlyStoppingState> state = restoring().map(EarlyStoppingState::start);
    for (Epoch epoch : history.epochs()) {
      state = state.map(now -> now.after(epoch.number() - 1, epoch.value(now.rule().monitor())));
    }
    return state
        .filter(last -> last.bestEpoch().isPresent())
        .map(last -> OptionalInt.of(last.bestEpoch().getAsInt() + 1))
        .orElse(OptionalInt.empty());
  }

  /** The rule that ended training, or else the first, that restores the best weights. */
  private Optional<EarlyStopping> restoring() {
    Stream<EarlyStopping> rules =
        stopReason instanceof StopReason.NoProgress reason
            ? Stream.of(reason.rule())
            : model.plan().stopRules().stream()
                .filter(EarlyStopping.class::isInstance)
                .map(EarlyStopping.class::cast);
    return rules.filter(EarlyStopping::restoresBest).findFirst();
  }
}
