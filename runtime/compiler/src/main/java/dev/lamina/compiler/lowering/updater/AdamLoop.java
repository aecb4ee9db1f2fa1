package dev.lamina.compiler.lowering.updater;

import dev.lamina.compiler.lowering.call.HostArray;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One step of Adam over numbers in the memory of the host: {@code m = beta1 m + (1 - beta1) g},
 * {@code v = beta2 v + (1 - beta2) g^2}, {@code g = rate m / (sqrt(v) + added)}.
 *
 * <p>ND4J's native operation takes three to five times as long, as it takes its roots one by one.
 * The numbers come by in pieces that fit into the processor's first cache, since Java's compiler
 * uses vector instructions on its own arrays only.
 */
interface AdamLoop {

  /** Numbers of a piece: three arrays of them in 24 or 48 KB. */
  int PIECE = 2048;

  /** Does one step. */
  void step(double beta1, double beta2, double rate, double added);

  /** On these arrays, which have no gaps and are of the same length. */
  static AdamLoop of(INDArray gradient, INDArray mean, INDArray squares) {
    return gradient.dataType() == DataType.DOUBLE
        ? new Doubles(
            HostArray.doubles(gradient),
            HostArray.doubles(mean),
            HostArray.doubles(squares),
            new double[3][PIECE])
        : new Floats(
            HostArray.floats(gradient),
            HostArray.floats(mean),
            HostArray.floats(squares),
            new float[3][PIECE]);
  }

  /** In single precision. */
  record Floats(FloatBuffer gradient, FloatBuffer mean, FloatBuffer squares, float[][] pieces)
      implements AdamLoop {

    @Override
    public void step(double beta1, double beta2, double rate, double added) {
      for (int from = 0; from < gradient.capacity(); from += PIECE) {
        int count = Math.min(PIECE, gradient.capacity() - from);
        gradient.get(from, pieces[0], 0, count);
        mean.get(from, pieces[1], 0, count);
        squares.get(from, pieces[2], 0, count);
        float kept1 = (float) beta1;
        float kept2 = (float) beta2;
        loop(count, kept1, kept2, (float) rate, (float) added);
        gradient.put(from, pieces[0], 0, count);
        mean.put(from, pieces[1], 0, count);
        squares.put(from, pieces[2], 0, count);
      }
    }

    private void loop(int count, float beta1, float beta2, float rate, float added) {
      float[] g = pieces[0];
      float[] m = pieces[1];
      float[] v = pieces[2];
      float taken1 = 1 - beta1;
      float taken2 = 1 - beta2;
      for (int i = 0; i < count; i++) {
        m[i] = beta1 * m[i] + taken1 * g[i];
        v[i] = beta2 * v[i] + taken2 * g[i] * g[i];
        g[i] = rate * m[i] / ((float) Math.sqrt(v[i]) + added);
      }
    }
  }

  /** In double precision. */
  record Doubles(DoubleBuffer gradient, DoubleBuffer mean, DoubleBuffer squares, double[][] pieces)
      implements AdamLoop {

    @Override
    public void step(double beta1, double beta2, double rate, double added) {
      for (int from = 0; from < gradient.capacity(); from += PIECE) {
        int count = Math.min(PIECE, gradient.capacity() - from);
        gradient.get(from, pieces[0], 0, count);
        mean.get(from, pieces[1], 0, count);
        squares.get(from, pieces[2], 0, count);
        loop(count, beta1, beta2, rate, added);
        gradient.put(from, pieces[0], 0, count);
        mean.put(from, pieces[1], 0, count);
        squares.put(from, pieces[2], 0, count);
      }
    }

    private void loop(int count, double beta1, double beta2, double rate, double added) {
      double[] g = pieces[0];
      double[] m = pieces[1];
      double[] v = pieces[2];
      for (int i = 0; i < count; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
        g[i] = rate * m[i] / (Math.sqrt(v[i]) + added);
      }
    }
  }
}
