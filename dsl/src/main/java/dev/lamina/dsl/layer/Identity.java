package dev.lamina.dsl.layer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Ones on the main diagonal and zeros elsewhere, so that a layer starts by giving on what it gets;
 * where it has more units than inputs, the others start at 0. For kernels only.
 *
 * @param gain what the matrix is multiplied by; 1 by default
 */
public record Identity(double gain) implements Initializer {

  private static final double DEFAULT_GAIN = 1;

  /** With a gain of 1. */
  public Identity() {
    this(DEFAULT_GAIN);
  }

  /** Checks the gain. */
  public Identity {
    Requirement.of("gain", gain).finite("factor", gain, "give a finite number, such as 1");
  }

  /** The same matrix multiplied by this. */
  public Identity gain(double factor) {
    return new Identity(factor);
  }

  @Override
  public boolean isMatrix() {
    return true;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.identity(this);
  }

  @Override
  public String toString() {
    return Code.call("identity").thenIf(gain != DEFAULT_GAIN, "gain", gain).toString();
  }
}
