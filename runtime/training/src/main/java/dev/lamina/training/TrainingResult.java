package dev.lamina.training;

import dev.lamina.training.history.History;
import dev.lamina.training.model.Model;

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
public record TrainingResult(Model model, History history, StopReason stopReason, int threads) {}
