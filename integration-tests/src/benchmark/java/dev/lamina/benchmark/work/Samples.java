package dev.lamina.benchmark.work;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Rows with their classes.
 *
 * @param features {@code [rows][features]}
 * @param classes {@code [rows]}, counted from 0
 * @param outputs how many outputs the network has that learns them; 1 for two classes
 */
public record Samples(float[][] features, int[] classes, int outputs) {

  /** The share of rows whose class says nothing, so that the loss never reaches 0. */
  private static final double NOISE = 0.1;

  /** A pass over the data of a network. */
  public static Samples of(Net net) {
    return of(net, net.batchSize() * net.batchCount());
  }

  /** Uniform features, with classes that a linear function of them gives. */
  public static Samples of(Net net, int rows) {
    SplittableRandom random = new SplittableRandom(Net.SEED);
    int classes = net.binary() ? 2 : net.outputs();
    float[][] teacher = matrix(classes, net.features(), random);
    float[][] features = matrix(rows, net.features(), random);
    int[] found = new int[rows];
    for (int row = 0; row < rows; row++) {
      boolean noisy = random.nextDouble() < NOISE;
      found[row] = noisy ? random.nextInt(classes) : best(teacher, features[row]);
    }
    return new Samples(features, found, net.outputs());
  }

  public int size() {
    return features.length;
  }

  /** The rows from {@code from}, inclusive, to {@code to}, exclusive. */
  public Samples rows(int from, int to) {
    return new Samples(
        Arrays.copyOfRange(features, from, to), Arrays.copyOfRange(classes, from, to), outputs);
  }

  /** The features as Lamina takes them. */
  public double[][] wide() {
    return Arrays.stream(features).map(Samples::widened).toArray(double[][]::new);
  }

  /** The features in one array, row by row. */
  public float[] flat() {
    return flat(features);
  }

  /** What the outputs should be: one-hot, or 0 and 1 for one output; {@code [rows][outputs]}. */
  public float[][] targets() {
    float[][] targets = new float[size()][outputs];
    for (int row = 0; row < size(); row++) {
      if (outputs == 1) {
        targets[row][0] = classes[row];
      } else {
        targets[row][classes[row]] = 1;
      }
    }
    return targets;
  }

  /** The targets in one array, row by row. */
  public float[] flatTargets() {
    return flat(targets());
  }

  /** The share of rows whose largest output is that of their class. */
  public double accuracy(float[][] predicted) {
    return accuracy(Arrays.stream(predicted).mapToInt(Samples::largest).toArray());
  }

  /** The share of rows whose class is this. */
  public double accuracy(int[] predicted) {
    int right = 0;
    for (int row = 0; row < size(); row++) {
      right += predicted[row] == classes[row] ? 1 : 0;
    }
    return (double) right / size();
  }

  private static int largest(float[] outputs) {
    int largest = 0;
    for (int output = 1; output < outputs.length; output++) {
      largest = outputs[output] > outputs[largest] ? output : largest;
    }
    return largest;
  }

  private static float[] flat(float[][] rows) {
    int width = rows[0].length;
    float[] flat = new float[rows.length * width];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, flat, row * width, width);
    }
    return flat;
  }

  private static double[] widened(float[] row) {
    double[] wide = new double[row.length];
    for (int column = 0; column < row.length; column++) {
      wide[column] = row[column];
    }
    return wide;
  }

  private static float[][] matrix(int rows, int columns, SplittableRandom random) {
    float[][] matrix = new float[rows][columns];
    for (float[] row : matrix) {
      for (int column = 0; column < columns; column++) {
        row[column] = (float) (2 * random.nextDouble() - 1);
      }
    }
    return matrix;
  }

  private static int best(float[][] teacher, float[] row) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int number = 0; number < teacher.length; number++) {
      double sum = 0;
      for (int column = 0; column < row.length; column++) {
        sum += teacher[number][column] * row[column];
      }
      if (sum > most) {
        most = sum;
        best = number;
      }
    }
    return best;
  }
}
