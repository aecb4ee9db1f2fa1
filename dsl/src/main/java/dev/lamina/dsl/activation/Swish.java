package dev.lamina.dsl.activation;

/**
 * Swish, also called SiLU: {@code f(z) = z sigmoid(z)}, {@code f'(z) = sigmoid(z) (1 + z (1 -
 * sigmoid(z)))} (Elfwing et al. 2017; Ramachandran et al. 2017, with beta = 1).
 */
public record Swish() implements Activation {

  @Override
  public String word() {
    return "swish()";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.swish(this);
  }

  @Override
  public String toString() {
    return "SWISH";
  }
}
