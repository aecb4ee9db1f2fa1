package dev.lamina.training.doctor;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How training went.
 *
 * @param difference how far the weights are from those that plain Java computes, at most
 * @param milliseconds what a step of a small network takes
 * @param failure what went wrong, if it did not come to an end
 */
record Trial(double difference, double milliseconds, Optional<String> failure) {

  private static final int SAMPLES = 32;
  private static final int EPOCHS = 20;
  private static final int STEPS = 500;
  private static final double RATE = 0.1;

  /** Trains a line by gradient descent, and a small network for the time that it takes. */
  static Trial run() {
    try {
      return new Trial(trainedLine(), timedStep(), Optional.empty());
    } catch (RuntimeException | LinkageError thrown) { // a backend that loads need not run
      return new Trial(Double.NaN, Double.NaN, Optional.of(thrown.toString()));
    }
  }

  private static double trainedLine() {
    Network line = sequential(input(1), dense(1).named("line"));
    TrainingPlan plan =
        training(meanSquaredError(), sgd(RATE))
            .precision(Precision.FLOAT64)
            .epochs(EPOCHS)
            .batchSize(SAMPLES);
    double[] features = IntStream.range(0, SAMPLES).mapToDouble(Math::sin).toArray();
    double[] targets = IntStream.range(0, SAMPLES).mapToDouble(i -> 2 * Math.sin(i) + 1).toArray();
    Model start = Model.untrained(line, plan);
    double[][] rows =
        IntStream.range(0, SAMPLES)
            .mapToObj(row -> new double[] {features[row]})
            .toArray(double[][]::new);
    Model trained = Trainer.create().train(start, plan, Dataset.of(rows, targets)).model();
    double[] expected =
        descended(start.weights().matrix("line", "kernel")[0][0], features, targets);
    return Math.max(
        Math.abs(trained.weights().matrix("line", "kernel")[0][0] - expected[0]),
        Math.abs(trained.weights().vector("line", "bias")[0] - expected[1]));
  }

  /** Slope and intercept after as many steps down the mean of {@code (w x + b - y)^2}. */
  private static double[] descended(double slope, double[] features, double[] targets) {
    double w = slope;
    double b = 0;
    for (int step = 0; step < EPOCHS; step++) {
      double byW = 0;
      double byB = 0;
      for (int i = 0; i < SAMPLES; i++) {
        double error = w * features[i] + b - targets[i];
        byW += 2 * error * features[i] / SAMPLES;
        byB += 2 * error / SAMPLES;
      }
      w -= RATE * byW;
      b -= RATE * byB;
    }
    return new double[] {w, b};
  }

  private static double timedStep() {
    Network network = sequential(input(20), dense(64).relu(), dense(32).relu(), dense(1));
    TrainingPlan plan = training(meanSquaredError(), sgd(RATE)).batchSize(SAMPLES).epochs(1);
    Dataset data = Dataset.of(new double[SAMPLES * STEPS][20], new double[SAMPLES * STEPS]);
    return Trainer.create().train(network, plan, data).history().epochs().get(0).seconds()
        * 1e3
        / STEPS;
  }
}
