package dev.lamina.inference.file;

import dev.lamina.dsl.training.Precision;
import dev.lamina.inference.step.Step;
import java.util.List;

/**
 * What the file of a plain model holds.
 *
 * @param name the name of the network
 * @param precision the data type that it computes with
 * @param inputs how many features a sample has
 * @param steps what it does to a sample
 */
public record Content(String name, Precision precision, int inputs, List<Step> steps) {

  /** Copies the list. */
  public Content {
    steps = List.copyOf(steps);
  }
}
