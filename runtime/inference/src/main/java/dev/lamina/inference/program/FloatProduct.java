package dev.lamina.inference.program;

import dev.lamina.inference.step.Product;
import dev.lamina.inference.step.Step;

/**
 * A matrix product in single precision.
 *
 * <p>Each output is the bias plus the products with the inputs one after the other, so that it is
 * the same bits however many rows are computed at once and however wide vectors are. Products with
 * 0 are left out where rows are alone: they would change nothing, since no sum here is ever -0. The
 * kernel is an array for each input: the JIT compiler of JDK 17 makes no vector instructions of
 * loops over parts of one array, nor of loops over more arrays than these.
 *
 * @param kernel W, by inputs
 * @param bias b, without -0
 */
record FloatProduct(float[][] kernel, float[] bias) implements FloatOperation {

  private static final int AT_ONCE = 4;

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

  @Override
  public void apply(FloatBuffers buffers, int rows) {
    float[][] inputs = buffers.values();
    float[][] outputs = buffers.spare();
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
  private void alone(float[] in, float[] out, int[] picked) {
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
  private void together(float[][] in, float[][] out, int rows) {
    int units = bias.length;
    int at = 0;
    for (; at <= kernel.length - AT_ONCE; at += AT_ONCE) {
      float[] a = kernel[at];
      float[] b = kernel[at + 1];
      float[] c = kernel[at + 2];
      float[] d = kernel[at + 3];
      for (int row = 0; row < rows; row++) {
        float[] x = in[row];
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

  @Override
  public Step step() {
    double[][] rows = new double[kernel.length][];
    for (int input = 0; input < rows.length; input++) {
      rows[input] = Numbers.doubles(kernel[input]);
    }
    return new Product(rows, Numbers.doubles(bias));
  }
}
