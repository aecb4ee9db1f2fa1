package dev.lamina.training.model;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.training.Precision;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Models to predict with, rows for them, and threads that ask. */
final class Predictors {

  static final int THREADS = 64;
  private static final int INPUTS = 12;

  private Predictors() {}

  /** One layer, {@code z = x W + b} of two features, in double precision. */
  static Model oneLayer(Dense layer, double[][] kernel, double... bias) {
    Model model =
        Model.untrained(
            sequential(input(kernel.length), layer.named("it")).named("one"),
            training(meanSquaredError(), sgd()).precision(Precision.FLOAT64));
    return model.withWeights(model.weights().with("it", "kernel", kernel).with("it", "bias", bias));
  }

  /** Some layers of each kind, for twelve features and five classes, in single precision. */
  static Model deep() {
    return Model.untrained(
        sequential(
            input(INPUTS),
            dense(40),
            batchNorm(),
            relu(),
            dropout(0.2),
            dense(30).gelu(),
            dense(5).softmax()),
        training(categoricalCrossEntropy(), adam()).seed(3));
  }

  /** Rows for {@link #deep}. */
  static double[][] rows(int count) {
    SplittableRandom random = new SplittableRandom(count);
    return Stream.generate(() -> random.doubles(INPUTS, -2, 2).toArray())
        .limit(count)
        .toArray(double[][]::new);
  }

  /** What each of 64 threads found, all of which work at once. */
  static <T> List<T> inThreads(Callable<T> work) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      return threads.invokeAll(Stream.generate(() -> work).limit(THREADS).toList()).stream()
          .map(
              future -> {
                try {
                  return future.get();
                } catch (InterruptedException | ExecutionException e) {
                  throw new IllegalStateException(e);
                }
              })
          .toList();
    } finally {
      threads.shutdown();
    }
  }
}
