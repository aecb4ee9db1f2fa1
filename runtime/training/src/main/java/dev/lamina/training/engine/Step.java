package dev.lamina.training.engine;

import java.util.List;
import java.util.Optional;

/**
 * What one mini-batch gave.
 *
 * @param loss the mean loss of its samples, penalties included
 * @param outputs the network's outputs, {@code [rows, outputs]} row by row
 * @param fault where a number stopped being finite, if one did
 * @param layers what an observed training step did to each layer, from input to output; none unless
 *     it was observed
 */
public record Step(
    double loss, double[] outputs, Optional<Fault> fault, List<LayerFigures> layers) {

  /** Copies the list. */
  public Step {
    layers = List.copyOf(layers);
  }

  /** A step into which nobody looked. */
  Step(double loss, double[] outputs, Optional<Fault> fault) {
    this(loss, outputs, fault, List.of());
  }

  /** The same step, after which this was found. */
  Step fault(Optional<Fault> found) {
    return found.isEmpty() ? this : new Step(loss, outputs, found, layers);
  }

  /** The same step, observed. */
  Step layers(List<LayerFigures> seen) {
    return new Step(loss, outputs, fault, seen);
  }
}
