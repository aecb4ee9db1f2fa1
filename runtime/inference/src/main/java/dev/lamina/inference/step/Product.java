package dev.lamina.inference.step;

import java.util.Arrays;

/**
 * A matrix product: {@code y = x W + b}.
 *
 * @param kernel W, as {@code [inputs][units]}
 * @param bias b, as {@code [units]}
 */
public record Product(double[][] kernel, double[] bias) implements Step {

  /** The product with a kernel whose numbers are row by row. */
  static Product of(double[] rowByRow, double[] bias) {
    int units = bias.length;
    double[][] kernel = new double[rowByRow.length / units][];
    for (int input = 0; input < kernel.length; input++) {
      kernel[input] = Arrays.copyOfRange(rowByRow, input * units, (input + 1) * units);
    }
    return new Product(kernel, bias);
  }

  /** Both steps as one: {@code (x W + b) f + s = x (W f) + (b f + s)}. */
  Product then(Scaling scaling) {
    double[][] scaled = new double[kernel.length][];
    for (int input = 0; input < kernel.length; input++) {
      scaled[input] = scaling.factors().clone();
      for (int unit = 0; unit < bias.length; unit++) {
        scaled[input][unit] *= kernel[input][unit];
      }
    }
    double[] moved = scaling.shifts().clone();
    for (int unit = 0; unit < bias.length; unit++) {
      moved[unit] += bias[unit] * scaling.factors()[unit];
    }
    return new Product(scaled, moved);
  }

  @Override
  public int width(int width) {
    return bias.length;
  }

  @Override
  public <R> R accept(Cases<R> cases) {
    return cases.product(this);
  }

  @Override
  public String toString() {
    return "product[" + kernel.length + ", " + bias.length + "]";
  }
}
