package dev.lamina.dsl.layer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.Optional;

/**
 * Alpha dropout, for networks of SELU (Klambauer et al. 2017): in training, each value that the
 * layer before gives is dropped with probability {@code rate}, that is, set to the value s = -1.758
 * that SELU tends to for negative inputs, and all are moved so that inputs of mean 0 and variance 1
 * keep both; in prediction nothing happens.
 *
 * <p>With the mask m (1 where a value is retained) {@code y = a (m x + (1 - m) s) + b}, where
 * {@code s = -alpha lambda} with SELU's constants, {@code a = ((1 - rate) (1 + rate s^2))^(-1/2)}
 * and {@code b = -a rate s}.
 *
 * <ul>
 *   <li>input x and output y: {@code [batch, n]}
 * </ul>
 *
 * @param rate the share of values that is dropped, in [0, 1); not the share that is retained
 * @param name the name, if the user gave one
 */
public record AlphaDropout(double rate, Optional<String> name) implements Noise {

  /** Without a name. */
  public AlphaDropout(double rate) {
    this(rate, Optional.empty());
  }

  /** Checks the rate. */
  public AlphaDropout {
    Requirement.of("alphaDropout", rate)
        .share("rate", rate, "give the share of values to drop, such as `alphaDropout(0.1)`")
        .readable(name);
  }

  @Override
  public AlphaDropout named(String given) {
    return new AlphaDropout(rate, Requirement.name(given));
  }

  @Override
  public String type() {
    return "AlphaDropout";
  }

  @Override
  public boolean drops() {
    return true;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.alphaDropout(this);
  }

  @Override
  public String toString() {
    return Code.call("alphaDropout", rate).named(name).toString();
  }
}
