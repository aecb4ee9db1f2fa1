package dev.lamina.dsl.activation;

/**
 * Piecewise linear sigmoid, that of Keras 3: {@code f(z) = relu6(z + 3) / 6}, that is, 0 up to -3,
 * 1 from 3 on and {@code z / 6 + 1 / 2} between; {@code f'(z) = 1 / 6} for {@code |z| < 3} and 0
 * otherwise (Howard et al. 2019). Keras 2 and DL4J mean {@code 0.2 z + 0.5} by this word.
 */
public record HardSigmoid() implements Activation {

  @Override
  public String word() {
    return "hardSigmoid()";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.hardSigmoid(this);
  }

  @Override
  public String toString() {
    return "HARD_SIGMOID";
  }
}
