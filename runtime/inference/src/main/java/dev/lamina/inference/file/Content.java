package dev.lamina.inference.file;

import dev.lamina.dsl.training.Precision;
import dev.lamina.inference.input.Normalization;
import dev.lamina.inference.step.Step;
import java.util.List;
import java.util.Optional;

/**
 * What the file of a plain model holds.
 *
 * @param name the name of the network
 * @param precision the data type that it computes with
 * @param inputs how many features a sample has
 * @param normalization what is done to them first, if anything
 * @param steps what it does to a sample
 */
public record Content(
    String name,
    Precision precision,
    int inputs,
    Optional<Normalization> normalization,
    List<Step> steps) {

  /** Copies the list. */
  public Content {
    steps = List.copyOf(steps);
  }
}
