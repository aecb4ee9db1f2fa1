package dev.lamina.inference.step;

/**
 * A factor and a shift for each number: {@code y_i = x_i f_i + s_i}.
 *
 * @param factors f
 * @param shifts s
 */
public record Scaling(double[] factors, double[] shifts) implements Step {

  @Override
  public int width(int width) {
    return width;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.scaling(this);
  }

  @Override
  public String toString() {
    return "scaling[" + factors.length + "]";
  }
}
