package dev.lamina.dsl.layer;

import dev.lamina.dsl.problem.Requirement;

/**
 * How the weights, or the biases, of a layer start and what keeps them small.
 *
 * @param initializer how they start
 * @param penalty what they add to the loss
 */
public record ParameterOptions(Initializer initializer, Penalty penalty) {

  /** Checks that both are there. */
  public ParameterOptions {
    Requirement.of("initializer", initializer).present("initializer", initializer);
    Requirement.of("penalty", penalty).present("penalty", penalty);
  }

  /** Starting so, with nothing that keeps them small. */
  public ParameterOptions(Initializer initializer) {
    this(initializer, Penalty.NONE);
  }

  /** The same options with another start. */
  public ParameterOptions initializer(Initializer start) {
    return new ParameterOptions(start, penalty);
  }

  /** The same options with another penalty. */
  public ParameterOptions penalty(Penalty added) {
    return new ParameterOptions(initializer, added);
  }
}
