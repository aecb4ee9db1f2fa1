package dev.lamina.dsl.activation;

/**
 * The step of the perceptron: {@code f(z) = 0} for {@code z < 0} and 1 for {@code z >= 0}
 * (Rosenblatt 1958), for prediction with weights that are set by hand.
 *
 * <p>Its derivative is 0 wherever there is one, so that a network with it cannot learn: training
 * refuses it.
 */
public record Step() implements Activation {

  @Override
  public String word() {
    return "step()";
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.step(this);
  }

  @Override
  public String toString() {
    return "STEP";
  }
}
