package dev.lamina.training.engine;

import java.util.Optional;

/**
 * What one mini-batch gave.
 *
 * @param loss the mean loss of its samples, penalties included
 * @param outputs the network's outputs, {@code [rows, outputs]} row by row
 * @param fault where a number stopped being finite, if one did
 */
public record Step(double loss, double[] outputs, Optional<Fault> fault) {}
