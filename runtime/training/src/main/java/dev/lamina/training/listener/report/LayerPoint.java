package dev.lamina.training.listener.report;

import dev.lamina.training.engine.LayerFigures;
import java.util.List;

/**
 * What was seen of the layers at one moment.
 *
 * @param epoch when, as a number of epochs, such as 1.5 in the middle of the second
 * @param layers each layer, from input to output
 */
public record LayerPoint(double epoch, List<LayerFigures> layers) {

  /** Copies the list. */
  public LayerPoint {
    layers = List.copyOf(layers);
  }
}
