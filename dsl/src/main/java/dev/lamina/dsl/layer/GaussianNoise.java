package dev.lamina.dsl.layer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.Optional;

/**
 * Gaussian noise: in training, a random number of mean 0 is added to each value that the layer
 * before gives; in prediction nothing happens.
 *
 * <p>{@code y = x + stddev e} with e from N(0, 1), for each value anew. Directly after the input it
 * is a kind of data augmentation.
 *
 * <ul>
 *   <li>input x and output y: {@code [batch, n]}
 * </ul>
 *
 * @param stddev the standard deviation of the noise, at least 0, in units of the values
 * @param name the name, if the user gave one
 */
public record GaussianNoise(double stddev, Optional<String> name) implements Noise {

  /** Without a name. */
  public GaussianNoise(double stddev) {
    this(stddev, Optional.empty());
  }

  /** Checks the standard deviation. */
  public GaussianNoise {
    Requirement.of("gaussianNoise", stddev)
        .notNegative("stddev", stddev, "give a standard deviation, such as `gaussianNoise(0.1)`")
        .readable(name);
  }

  @Override
  public GaussianNoise named(String given) {
    return new GaussianNoise(stddev, Requirement.name(given));
  }

  @Override
  public String type() {
    return "GaussianNoise";
  }

  @Override
  public boolean drops() {
    return false;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.gaussianNoise(this);
  }

  @Override
  public String toString() {
    return Code.call("gaussianNoise", stddev).named(name).toString();
  }
}
