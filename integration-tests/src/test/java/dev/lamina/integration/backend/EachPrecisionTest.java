package dev.lamina.integration.backend;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.inference.PlainModel;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Whatever backend computes, it is as near to plain Java as its type of numbers allows. */
class EachPrecisionTest {

  private static final int ROWS = 64;
  private static final double RATE = 0.1;
  private static final int EPOCHS = 20;

  @ParameterizedTest
  @EnumSource
  void aLineThatIsTrainedHasTheWeightsThatPlainJavaComputes(Precision precision) {
    Network line = sequential(input(1), dense(1).named("line"));
    TrainingPlan plan =
        training(meanSquaredError(), sgd(RATE)).precision(precision).epochs(EPOCHS).batchSize(ROWS);
    double[] x = IntStream.range(0, ROWS).mapToDouble(Math::sin).toArray();
    double[] y = IntStream.range(0, ROWS).mapToDouble(i -> 2 * Math.sin(i) + 1).toArray();
    double[][] rows =
        IntStream.range(0, ROWS).mapToObj(i -> new double[] {x[i]}).toArray(double[][]::new);
    Model start = Model.untrained(line, plan);

    Model trained = Trainer.create().train(start, plan, Dataset.of(rows, y)).model();

    double[] expected = descended(start.weights().matrix("line", "kernel")[0][0], x, y);
    Offset<Double> near = Offset.offset(tolerance(precision));
    assertThat(trained.weights().matrix("line", "kernel")[0][0]).isCloseTo(expected[0], near);
    assertThat(trained.weights().vector("line", "bias")[0]).isCloseTo(expected[1], near);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasTrainedGivesTheOutputsThatPlainJavaDoes(Precision precision) {
    Network network =
        sequential(input(6), dense(32).relu(), batchNorm(), dense(16).gelu(), dense(2));
    TrainingPlan plan =
        training(meanSquaredError(), adam(0.01)).precision(precision).epochs(5).batchSize(16);
    SplittableRandom random = new SplittableRandom(11);
    double[][] x =
        IntStream.range(0, ROWS)
            .mapToObj(row -> random.doubles(6, -1, 1).toArray())
            .toArray(double[][]::new);
    double[][] y = IntStream.range(0, ROWS).mapToObj(row -> sums(x[row])).toArray(double[][]::new);

    Model trained = Trainer.create().train(network, plan, Dataset.of(x, y)).model();

    PlainModel plain = trained.plain();
    Offset<Double> near = Offset.offset(tolerance(precision));
    INDArray outputs = trained.unwrap().outputSingle(Nd4j.create(x).castTo(type(precision)));
    for (int row = 0; row < ROWS; row++) {
      double[] expected = plain.predict(x[row]);
      assertThat(outputs.getDouble(row, 0)).isCloseTo(expected[0], near);
      assertThat(outputs.getDouble(row, 1)).isCloseTo(expected[1], near);
    }
  }

  private static DataType type(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> DataType.FLOAT;
      case FLOAT64 -> DataType.DOUBLE;
    };
  }

  /** Some hundred roundings of numbers around 1. */
  private static double tolerance(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> 1e-5;
      case FLOAT64 -> 1e-12;
    };
  }

  private static double[] sums(double[] row) {
    return new double[] {row[0] + row[1] * row[2], row[3] - row[4] * row[5]};
  }

  /** Slope and intercept after as many steps down the mean of {@code (w x + b - y)^2}. */
  private static double[] descended(double slope, double[] x, double[] y) {
    double w = slope;
    double b = 0;
    for (int step = 0; step < EPOCHS; step++) {
      double byW = 0;
      double byB = 0;
      for (int i = 0; i < ROWS; i++) {
        double error = w * x[i] + b - y[i];
        byW += 2 * error * x[i] / ROWS;
        byB += 2 * error / ROWS;
      }
      w -= RATE * byW;
      b -= RATE * byB;
    }
    return new double[] {w, b};
  }
}
