package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/**
 * Huber loss, for regression robust to outliers: the mean over outputs of {@code e^2 / 2} where
 * {@code |e| <= delta}, else {@code delta |e| - delta^2 / 2}, with {@code e = p - y} (Huber 1964).
 *
 * <p>Its gradient by p is e, cut off at -delta and delta, divided by the outputs. Targets: {@code
 * [batch, outputs]}, any finite numbers.
 *
 * @param delta where quadratic becomes linear, above 0; 1 by default
 */
public record Huber(double delta) implements Loss {

  /** With the default delta, 1. */
  public Huber() {
    this(1);
  }

  /** Checks delta. */
  public Huber {
    Requirement.of("huber", delta)
        .positive("delta", delta, "give the error from which on it grows linearly, such as 1");
  }

  @Override
  public TargetKind targets() {
    return TargetKind.NUMBERS;
  }

  @Override
  public boolean suits(Activation output) {
    return true;
  }

  @Override
  public String needs() {
    return "outputs of any kind";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.huber(this);
  }

  @Override
  public String toString() {
    Code word = equals(new Huber()) ? Code.call("huber") : Code.call("huber", delta);
    return word.toString();
  }
}
