package dev.lamina.samples;

import dev.lamina.training.data.Dataset;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Data without a pattern, as the textbook's programs make it to show how they print. */
final class RandomRows {

  private static final String GENERATOR = "L64X128MixRandom";

  private RandomRows() {}

  /** Features and targets uniform in [0, 1). */
  static Dataset withNumbers(int rows, int features, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed);
    return Dataset.of(matrix(rows, features, random), vector(rows, random));
  }

  /** Features uniform in [0, 1), and targets that are 0 or 1 with equal probability. */
  static Dataset withTwoClasses(int rows, int features, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed);
    double[][] matrix = matrix(rows, features, random);
    double[] classes = new double[rows];
    for (int row = 0; row < rows; row++) {
      classes[row] = random.nextInt(2);
    }
    return Dataset.of(matrix, classes);
  }

  private static double[][] matrix(int rows, int width, RandomGenerator random) {
    double[][] matrix = new double[rows][];
    for (int row = 0; row < rows; row++) {
      matrix[row] = vector(width, random);
    }
    return matrix;
  }

  private static double[] vector(int length, RandomGenerator random) {
    return random.doubles(length).toArray();
  }
}
