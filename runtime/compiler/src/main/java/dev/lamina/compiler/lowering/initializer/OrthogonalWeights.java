package dev.lamina.compiler.lowering.initializer;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A random matrix whose columns, or rows if these are fewer, are orthonormal.
 *
 * <p>Normal vectors are made orthonormal one after the other, which gives the Q of the QR
 * decomposition with a positive diagonal of R, as the method wants it. Saxe, McClelland and
 * Ganguli, Exact solutions to the nonlinear dynamics of learning in deep linear neural networks,
 * 2014.
 */
public final class OrthogonalWeights implements IWeightInit {

  private static final long serialVersionUID = 1L;

  /** A vector that loses more than this share of its length may have little but rounding left. */
  private static final double LEAST_SHARE = 1e-8;

  @JsonProperty("gain")
  private final double gain;

  /** Multiplied by this. */
  @JsonCreator
  public OrthogonalWeights(@JsonProperty("gain") double gain) {
    this.gain = gain;
  }

  @Override
  public INDArray init(double fanIn, double fanOut, long[] shape, char order, INDArray paramView) {
    int inputs = Math.toIntExact(shape[0]);
    int units = Math.toIntExact(shape[1]);
    boolean isTall = inputs >= units;
    double[][] basis = basis(Math.min(inputs, units), Math.max(inputs, units));
    double[][] weights = new double[inputs][units];
    for (int input = 0; input < inputs; input++) {
      for (int unit = 0; unit < units; unit++) {
        weights[input][unit] = gain * (isTall ? basis[unit][input] : basis[input][unit]);
      }
    }
    return Filling.matrix(weights, shape, order, paramView);
  }

  private static double[][] basis(int vectors, int length) {
    SplittableRandom random = Filling.random();
    double[][] basis = new double[vectors][];
    for (int i = 0; i < vectors; i++) {
      basis[i] = next(basis, i, length, random);
    }
    return basis;
  }

  /** A random unit vector that is orthogonal to the first ones of the basis. */
  private static double[] next(double[][] basis, int first, int length, SplittableRandom random) {
    double[] vector = new double[length];
    Arrays.setAll(vector, i -> random.nextGaussian());
    double before = length(vector);
    // The second time takes away what rounding left in the first.
    for (int time = 0; time < 2; time++) {
      for (int k = 0; k < first; k++) {
        subtract(vector, product(vector, basis[k]), basis[k]);
      }
    }
    double left = length(vector);
    if (left <= LEAST_SHARE * before) {
      return next(basis, first, length, random);
    }
    return Arrays.stream(vector).map(each -> each / left).toArray();
  }

  private static double length(double[] vector) {
    return Math.sqrt(product(vector, vector));
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static void subtract(double[] vector, double factor, double[] other) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] -= factor * other[i];
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OrthogonalWeights that && Double.compare(gain, that.gain) == 0;
  }

  @Override
  public int hashCode() {
    return Double.hashCode(gain);
  }

  @Override
  public String toString() {
    return "OrthogonalWeights(gain=%s)".formatted(gain);
  }
}
