package dev.lamina.dsl.layer;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.Optional;

/**
 * Dropout (Hinton et al. 2012): in training, each value that the layer before gives is dropped (set
 * to 0) with probability {@code rate}, and the others are scaled by {@code 1 / (1 - rate)}; in
 * prediction nothing happens.
 *
 * <p>The scaling makes training equal in expectation to the weight-scaling inference rule. Directly
 * after the input it drops input values.
 *
 * <ul>
 *   <li>input and output: {@code [batch, n]}
 * </ul>
 *
 * @param rate the share of values that is dropped, in [0, 1); not the share that is retained
 * @param name the name, if the user gave one
 */
public record Dropout(double rate, Optional<String> name) implements Noise {

  /** Without a name. */
  public Dropout(double rate) {
    this(rate, Optional.empty());
  }

  /** Checks the rate. */
  public Dropout {
    Requirement.of("dropout", rate)
        .share("rate", rate, "give the share of values to drop, such as `dropout(0.3)`")
        .readable(name);
  }

  @Override
  public Dropout named(String given) {
    return new Dropout(rate, Requirement.name(given));
  }

  @Override
  public String type() {
    return "Dropout";
  }

  @Override
  public boolean drops() {
    return true;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.dropout(this);
  }

  @Override
  public String toString() {
    return Code.call("dropout", rate).named(name).toString();
  }
}
