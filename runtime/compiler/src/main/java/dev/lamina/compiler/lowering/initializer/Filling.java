package dev.lamina.compiler.lowering.initializer;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Puts weights that were made in Java into the view that DL4J keeps them in. */
final class Filling {

  private Filling() {}

  /** The generator of a layer's weights, seeded by one number of ND4J's generator. */
  static SplittableRandom random() {
    return new SplittableRandom(Nd4j.getRandom().nextLong());
  }

  /** Fills the view with as many draws as it has places; gives it back in this shape. */
  static INDArray draw(
      ToDoubleFunction<SplittableRandom> draw, long[] shape, char order, INDArray view) {
    SplittableRandom random = random();
    double[] weights = new double[Math.toIntExact(view.length())];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = draw.applyAsDouble(random);
    }
    return fill(weights, shape, order, view);
  }

  /** Fills the view with a matrix of these rows; gives it back in this shape. */
  static INDArray matrix(double[][] rows, long[] shape, char order, INDArray view) {
    int columns = rows[0].length;
    double[] weights = new double[rows.length * columns];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns; column++) {
        int place = order == 'f' ? column * rows.length + row : row * columns + column;
        weights[place] = rows[row][column];
      }
    }
    return fill(weights, shape, order, view);
  }

  /** A draw from the standard normal distribution, and again where it is beyond -2 or 2. */
  static double truncatedNormal(SplittableRandom random) {
    double normal = random.nextGaussian();
    while (Math.abs(normal) > 2) {
      normal = random.nextGaussian();
    }
    return normal;
  }

  private static INDArray fill(double[] weights, long[] shape, char order, INDArray view) {
    long[] length = {weights.length};
    try (INDArray made = Nd4j.create(weights, length, new long[] {1}, 'c', view.dataType())) {
      view.assign(made.reshape(view.shape()));
    }
    return view.reshape(order, shape);
  }
}
