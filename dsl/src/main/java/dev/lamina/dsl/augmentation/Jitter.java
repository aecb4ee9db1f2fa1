package dev.lamina.dsl.augmentation;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Gaussian noise on each feature of each sample: {@code x + stddev e} with e from N(0, 1).
 *
 * <p>As {@code gaussianNoise(0.1)} as the first layer, but no part of the network.
 *
 * @param stddev the standard deviation of the noise, at least 0, in units of the features
 */
public record Jitter(double stddev) implements Augmentation {

  /** Checks the standard deviation. */
  public Jitter {
    Requirement.of("jitter", stddev)
        .notNegative("stddev", stddev, "give a standard deviation, such as `jitter(0.1)`");
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.jitter(this);
  }

  @Override
  public String toString() {
    return Code.call("jitter", stddev).toString();
  }
}
