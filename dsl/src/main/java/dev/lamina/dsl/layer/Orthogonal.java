package dev.lamina.dsl.layer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * A random orthogonal matrix (Saxe et al. 2014), so that signals keep their length: Q of the QR
 * decomposition of a normal matrix, with the signs that make the diagonal of R positive.
 *
 * <p>Of a matrix {@code [inputs, units]} the columns are orthonormal, or the rows where there are
 * more units than inputs. For kernels only.
 *
 * @param gain what the matrix is multiplied by; 1 by default
 */
public record Orthogonal(double gain) implements Initializer {

  private static final double DEFAULT_GAIN = 1;

  /** With a gain of 1. */
  public Orthogonal() {
    this(DEFAULT_GAIN);
  }

  /** Checks the gain. */
  public Orthogonal {
    Requirement.of("gain", gain).finite("factor", gain, "give a finite number, such as 1");
  }

  /** The same matrix multiplied by this. */
  public Orthogonal gain(double factor) {
    return new Orthogonal(factor);
  }

  @Override
  public boolean isMatrix() {
    return true;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.orthogonal(this);
  }

  @Override
  public String toString() {
    return Code.call("orthogonal").thenIf(gain != DEFAULT_GAIN, "gain", gain).toString();
  }
}
