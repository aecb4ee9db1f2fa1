package dev.lamina.training.checkpoint;

import dev.lamina.training.data.Fingerprint;
import dev.lamina.training.history.History;
import dev.lamina.training.loop.PlateauState;
import java.util.List;
import java.util.Optional;

/**
 * Where a training stands between two mini-batches, beside what its network has learned: all that
 * it goes on from.
 *
 * @param steps how many mini-batches it has seen
 * @param seconds how long it took
 * @param threads how many native threads it has at most
 * @param history the epochs that are over
 * @param epoch how far the next one is, if it has begun
 * @param rules its stop rules, in the order of the plan
 * @param plateau its rate adjustment, if it has one
 * @param training the numbers that it learns from
 * @param validation those that are kept apart, if there are any
 */
public record Standing(
    long steps,
    double seconds,
    int threads,
    History history,
    Optional<EpochStanding> epoch,
    List<RuleStanding> rules,
    Optional<PlateauState> plateau,
    Fingerprint training,
    Optional<Fingerprint> validation) {

  /** Copies the list. */
  public Standing {
    rules = List.copyOf(rules);
  }
}
