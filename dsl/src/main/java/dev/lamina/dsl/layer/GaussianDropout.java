package dev.lamina.dsl.layer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.Optional;

/**
 * Gaussian dropout (Srivastava et al. 2014): in training, each value that the layer before gives is
 * multiplied by a random number of mean 1 and variance {@code rate / (1 - rate)}, the mean and the
 * variance of what {@link Dropout} multiplies it by; in prediction nothing happens.
 *
 * <p>{@code y = x (1 + sqrt(rate / (1 - rate)) e)} with e from N(0, 1), for each value anew.
 *
 * <ul>
 *   <li>input x and output y: {@code [batch, n]}
 * </ul>
 *
 * @param rate as for dropout, in [0, 1); not a standard deviation
 * @param name the name, if the user gave one
 */
public record GaussianDropout(double rate, Optional<String> name) implements Noise {

  /** Without a name. */
  public GaussianDropout(double rate) {
    this(rate, Optional.empty());
  }

  /** Checks the rate. */
  public GaussianDropout {
    Requirement.of("gaussianDropout", rate)
        .share("rate", rate, "give the rate of a dropout as strong, such as `gaussianDropout(0.3)`")
        .readable(name);
  }

  @Override
  public GaussianDropout named(String given) {
    return new GaussianDropout(rate, Requirement.name(given));
  }

  @Override
  public String type() {
    return "GaussianDropout";
  }

  @Override
  public boolean drops() {
    return false;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.gaussianDropout(this);
  }

  @Override
  public String toString() {
    return Code.call("gaussianDropout", rate).named(name).toString();
  }
}
