package dev.lamina.inference.program;

import dev.lamina.inference.step.Product;
import dev.lamina.inference.step.Step;

/**
 * A matrix product in double precision.
 *
 * <p>The same as {@link FloatProduct}, which says why it is written so.
 *
 * @param kernel W, by inputs
 * @param bias b, without -0
 */
record DoubleProduct(double[][] kernel, double[] bias) implements DoubleOperation {

  private static final int AT_ONCE = 4;

  /** The product in double precision. */
  static DoubleProduct of(Product product) {
    double[] bias = product.bias().clone();
    for (int unit = 0; unit < bias.length; unit++) {
      bias[unit] += 0.0;
    }
    return new DoubleProduct(product.kernel(), bias);
  }

  @Override
  public void apply(DoubleBuffers buffers, int rows) {
    double[][] inputs = buffers.values();
    double[][] outputs = buffers.spare();
    for (int row = 0; row < rows; row++) {
      System.arraycopy(bias, 0, outputs[row], 0, bias.length);
    }
    if (rows == 1) {
      alone(inputs[0], outputs[0], buffers.picked());
    } else {
      together(inputs, outputs, rows);
    }
    buffers.swap();
  }

  /** Reads only those parts of the kernel that the inputs of the row are not 0 for. */
  private void alone(double[] in, double[] out, int[] picked) {
    int count = 0;
    for (int input = 0; input < kernel.length; input++) {
      picked[count] = input;
      count += in[input] != 0 ? 1 : 0;
    }
    int units = bias.length;
    int at = 0;
    for (; at <= count - AT_ONCE; at += AT_ONCE) {
      int a = picked[at];
      int b = picked[at + 1];
      int c = picked[at + 2];
      int d = picked[at + 3];
      add(in[a], kernel[a], in[b], kernel[b], in[c], kernel[c], in[d], kernel[d], out, units);
    }
    for (; at < count; at++) {
      add(in[picked[at]], kernel[picked[at]], out, units);
    }
  }

  /** Reads the kernel once for all rows. */
  private void together(double[][] in, double[][] out, int rows) {
    int units = bias.length;
    int at = 0;
    for (; at <= kernel.length - AT_ONCE; at += AT_ONCE) {
      double[] a = kernel[at];
      double[] b = kernel[at + 1];
      double[] c = kernel[at + 2];
      double[] d = kernel[at + 3];
      for (int row = 0; row < rows; row++) {
        double[] x = in[row];
        add(x[at], a, x[at + 1], b, x[at + 2], c, x[at + 3], d, out[row], units);
      }
    }
    for (; at < kernel.length; at++) {
      for (int row = 0; row < rows; row++) {
        add(in[row][at], kernel[at], out[row], units);
      }
    }
  }

  private static void add(
      double x0,
      double[] w0,
      double x1,
      double[] w1,
      double x2,
      double[] w2,
      double x3,
      double[] w3,
      double[] out,
      int units) {
    for (int unit = 0; unit < units; unit++) {
      out[unit] = out[unit] + x0 * w0[unit] + x1 * w1[unit] + x2 * w2[unit] + x3 * w3[unit];
    }
  }

  private static void add(double x, double[] w, double[] out, int units) {
    for (int unit = 0; unit < units; unit++) {
      out[unit] += x * w[unit];
    }
  }

  @Override
  public Step step() {
    return new Product(kernel, bias);
  }
}
