package dev.lamina.training.checkpoint;

import dev.lamina.training.engine.Snapshot;
import dev.lamina.training.loop.EarlyStoppingState;
import java.util.Optional;

/**
 * Where a rule that may end training stands.
 *
 * @param state what it has seen
 * @param best the weights that it would restore, if there are any yet
 */
public record RuleStanding(EarlyStoppingState state, Optional<Snapshot> best) {}
