package dev.lamina.integration.parity;

import dev.lamina.dsl.layer.Constant;
import dev.lamina.dsl.layer.Identity;
import dev.lamina.dsl.layer.Initializer;
import dev.lamina.dsl.layer.Normal;
import dev.lamina.dsl.layer.Orthogonal;
import dev.lamina.dsl.layer.TruncatedNormal;
import dev.lamina.dsl.layer.Uniform;
import dev.lamina.dsl.layer.VarianceScaling;
import java.util.function.IntToDoubleFunction;

/** Each initializer by its moments, or its weights. */
final class PlainInitializers implements Initializer.Cases<PlainInitializer> {

  private static final double INPUTS = InitializerRows.INPUTS;
  private static final double UNITS = InitializerRows.UNITS;

  /** The deviation of N(0, 1) cut at two deviations: sqrt(1 - 4 density(2) / (2 Phi(2) - 1)). */
  private static final double CUT = 0.8796256610342398;

  @Override
  public PlainInitializer constant(Constant constant) {
    return PlainInitializer.exactly(
        "the constant", weights -> each(weights, row -> column -> constant.value()));
  }

  @Override
  public PlainInitializer varianceScaling(VarianceScaling scaling) {
    return switch (scaling) {
      case GLOROT_UNIFORM -> uniform("uniform, variance 2 / (inputs + outputs)", average());
      case GLOROT_NORMAL -> normal("variance 2 / (inputs + outputs)", average());
      case HE_UNIFORM -> uniform("uniform, variance 2 / inputs", 2 / INPUTS);
      case HE_NORMAL -> normal("variance 2 / inputs", 2 / INPUTS);
      case LECUN_UNIFORM -> uniform("uniform, variance 1 / inputs", 1 / INPUTS);
      case LECUN_NORMAL -> normal("variance 1 / inputs", 1 / INPUTS);
    };
  }

  @Override
  public PlainInitializer uniform(Uniform uniform) {
    double width = uniform.max() - uniform.min();
    return PlainInitializer.moments(
        "uniform from min to max",
        (uniform.min() + uniform.max()) / 2,
        width / Math.sqrt(12),
        width / 2);
  }

  @Override
  public PlainInitializer normal(Normal normal) {
    return PlainInitializer.moments(
        "normal", normal.mean(), normal.stddev(), Double.POSITIVE_INFINITY);
  }

  @Override
  public PlainInitializer truncatedNormal(TruncatedNormal normal) {
    return PlainInitializer.moments(
        "normal, drawn again beyond 2 deviations",
        normal.mean(),
        CUT * normal.stddev(),
        2 * normal.stddev());
  }

  /** The products of columns: gain^2 of one with itself, 0 of different ones. */
  @Override
  public PlainInitializer orthogonal(Orthogonal orthogonal) {
    double square = orthogonal.gain() * orthogonal.gain();
    return PlainInitializer.exactly(
        "columns of length gain, at right angles",
        weights -> each(products(weights), row -> column -> row == column ? square : 0));
  }

  @Override
  public PlainInitializer identity(Identity identity) {
    return PlainInitializer.exactly(
        "gain on the diagonal, 0 elsewhere",
        weights -> each(weights, row -> column -> row == column ? identity.gain() : 0));
  }

  private static double average() {
    return 2 / (INPUTS + UNITS);
  }

  private static PlainInitializer uniform(String formula, double variance) {
    return PlainInitializer.moments(formula, 0, Math.sqrt(variance), Math.sqrt(3 * variance));
  }

  private static PlainInitializer normal(String formula, double variance) {
    double deviation = Math.sqrt(variance);
    return PlainInitializer.moments(
        "truncated normal, " + formula, 0, deviation, 2 * deviation / CUT);
  }

  /** A number for each row and column. */
  @FunctionalInterface
  private interface Expected {
    IntToDoubleFunction row(int row);
  }

  private static double each(double[][] matrix, Expected expected) {
    double largest = 0;
    for (int row = 0; row < matrix.length; row++) {
      for (int column = 0; column < matrix[row].length; column++) {
        double wanted = expected.row(row).applyAsDouble(column);
        largest = Math.max(largest, Difference.of(matrix[row][column], wanted));
      }
    }
    return largest;
  }

  private static double[][] products(double[][] matrix) {
    int columns = matrix[0].length;
    double[][] products = new double[columns][columns];
    for (double[] row : matrix) {
      for (int i = 0; i < columns; i++) {
        for (int j = 0; j < columns; j++) {
          products[i][j] += row[i] * row[j];
        }
      }
    }
    return products;
  }
}
