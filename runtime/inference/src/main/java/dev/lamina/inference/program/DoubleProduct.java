package dev.lamina.inference.program;

import dev.lamina.inference.step.Product;
import dev.lamina.inference.step.Step;
import java.util.Arrays;

/**
 * A matrix product in double precision.
 *
 * <p>It is written as {@link FloatProduct}, which says why.
 *
 * @param kernel W, by inputs
 * @param bias b, without -0
 */
record DoubleProduct(double[][] kernel, double[] bias) implements DoubleOperation {

  private static final int AT_ONCE = 4;

  /** So many inputs of all samples stay near the processor while every unit reads them. */
  private static final int NEAR = 64;

  /** The product in double precision. */
  static DoubleProduct of(Product product) {
    double[] bias = product.bias().clone();
    for (int unit = 0; unit < bias.length; unit++) {
      bias[unit] += 0.0;
    }
    return new DoubleProduct(product.kernel(), bias);
  }

  /** Reads only those parts of the kernel that the inputs are not 0 for. */
  @Override
  public void alone(DoubleBuffers buffers) {
    double[] in = buffers.row();
    double[] out = buffers.spareRow();
    int[] picked = buffers.picked();
    int count = 0;
    for (int input = 0; input < kernel.length; input++) {
      picked[count] = input;
      count += in[input] != 0 ? 1 : 0;
    }
    int units = bias.length;
    System.arraycopy(bias, 0, out, 0, units);
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
    buffers.swap();
  }

  @Override
  public void together(DoubleBuffers buffers, int rows) {
    double[][] in = buffers.columns();
    double[][] out = buffers.spareColumns();
    for (int unit = 0; unit < bias.length; unit++) {
      Arrays.fill(out[unit], 0, rows, bias[unit]);
    }
    for (int from = 0; from < kernel.length; from += NEAR) {
      int to = Math.min(from + NEAR, kernel.length);
      for (int unit = 0; unit < bias.length; unit++) {
        addInputs(in, from, to, unit, out[unit], rows);
      }
    }
    buffers.swap();
  }

  private void addInputs(double[][] in, int from, int to, int unit, double[] out, int rows) {
    int at = from;
    for (; at <= to - AT_ONCE; at += AT_ONCE) {
      double a = kernel[at][unit];
      double b = kernel[at + 1][unit];
      double c = kernel[at + 2][unit];
      double d = kernel[at + 3][unit];
      addColumns(a, in[at], b, in[at + 1], c, in[at + 2], d, in[at + 3], out, rows);
    }
    for (; at < to; at++) {
      addColumn(kernel[at][unit], in[at], out, rows);
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

  private static void addColumns(
      double w0,
      double[] x0,
      double w1,
      double[] x1,
      double w2,
      double[] x2,
      double w3,
      double[] x3,
      double[] out,
      int rows) {
    for (int row = 0; row < rows; row++) {
      out[row] = out[row] + w0 * x0[row] + w1 * x1[row] + w2 * x2[row] + w3 * x3[row];
    }
  }

  private static void addColumn(double w, double[] x, double[] out, int rows) {
    for (int row = 0; row < rows; row++) {
      out[row] += w * x[row];
    }
  }

  @Override
  public Step step() {
    return new Product(kernel, bias);
  }
}
