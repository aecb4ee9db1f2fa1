package dev.lamina.training.checkpoint;

import dev.lamina.training.metric.Meters;

/**
 * Where a training stands within an epoch.
 *
 * @param batches how many of its mini-batches are done, at least 1
 * @param seconds how long it took
 * @param meters what was measured on training data
 */
public record EpochStanding(int batches, double seconds, Meters meters) {}
