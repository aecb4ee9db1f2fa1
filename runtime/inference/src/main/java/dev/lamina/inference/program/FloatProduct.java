package dev.lamina.inference.program;

import dev.lamina.inference.step.Product;
import dev.lamina.inference.step.Step;
import java.util.Arrays;

/**
 * A matrix product in single precision.
 *
 * <p>Each output is the bias plus the products with the inputs one after the other, so that it is
 * the same bits however many samples are computed at once and however wide vectors are. Products
 * with 0 are left out where a sample is alone: they would change nothing, since no sum here is ever
 * -0. The kernel is an array for each input: the JIT compiler of JDK 17 makes no vector
 * instructions of loops over parts of one array, nor of loops over more arrays than these.
 *
 * @param kernel W, by inputs
 * @param bias b, without -0
 */
record FloatProduct(float[][] kernel, float[] bias) implements FloatOperation {

  private static final int AT_ONCE = 4;

  /** So many inputs of all samples stay near the processor while every unit reads them. */
  private static final int NEAR = 64;

  /** The product in single precision. */
  static FloatProduct of(Product product) {
    float[][] kernel = new float[product.kernel().length][];
    for (int input = 0; input < kernel.length; input++) {
      kernel[input] = Numbers.floats(product.kernel()[input]);
    }
    float[] bias = Numbers.floats(product.bias());
    for (int unit = 0; unit < bias.length; unit++) {
      bias[unit] += 0f;
    }
    return new FloatProduct(kernel, bias);
  }

  /** Reads only those parts of the kernel that the inputs are not 0 for. */
  @Override
  public void alone(FloatBuffers buffers) {
    float[] in = buffers.row();
    float[] out = buffers.spareRow();
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
  public void together(FloatBuffers buffers, int rows) {
    float[][] in = buffers.columns();
    float[][] out = buffers.spareColumns();
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

  private void addInputs(float[][] in, int from, int to, int unit, float[] out, int rows) {
    int at = from;
    for (; at <= to - AT_ONCE; at += AT_ONCE) {
      float a = kernel[at][unit];
      float b = kernel[at + 1][unit];
      float c = kernel[at + 2][unit];
      float d = kernel[at + 3][unit];
      addColumns(a, in[at], b, in[at + 1], c, in[at + 2], d, in[at + 3], out, rows);
    }
    for (; at < to; at++) {
      addColumn(kernel[at][unit], in[at], out, rows);
    }
  }

  // The same loops twice: for samples that are alone they may be short, and how often loops ran
  // decides how far the JIT compiler unrolls them.

  private static void add(
      float x0,
      float[] w0,
      float x1,
      float[] w1,
      float x2,
      float[] w2,
      float x3,
      float[] w3,
      float[] out,
      int units) {
    for (int unit = 0; unit < units; unit++) {
      out[unit] = out[unit] + x0 * w0[unit] + x1 * w1[unit] + x2 * w2[unit] + x3 * w3[unit];
    }
  }

  private static void add(float x, float[] w, float[] out, int units) {
    for (int unit = 0; unit < units; unit++) {
      out[unit] += x * w[unit];
    }
  }

  private static void addColumns(
      float w0,
      float[] x0,
      float w1,
      float[] x1,
      float w2,
      float[] x2,
      float w3,
      float[] x3,
      float[] out,
      int rows) {
    for (int row = 0; row < rows; row++) {
      out[row] = out[row] + w0 * x0[row] + w1 * x1[row] + w2 * x2[row] + w3 * x3[row];
    }
  }

  private static void addColumn(float w, float[] x, float[] out, int rows) {
    for (int row = 0; row < rows; row++) {
      out[row] += w * x[row];
    }
  }

  @Override
  public Step step() {
    double[][] rows = new double[kernel.length][];
    for (int input = 0; input < rows.length; input++) {
      rows[input] = Numbers.doubles(kernel[input]);
    }
    return new Product(rows, Numbers.doubles(bias));
  }
}
