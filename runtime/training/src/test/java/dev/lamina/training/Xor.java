package dev.lamina.training;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;

/** A small network with a layer of each kind, and the four samples of XOR. */
public final class Xor {

  private Xor() {}

  /** The samples' features. */
  public static double[][] features() {
    return new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  }

  /** The samples. */
  public static Dataset data() {
    return Dataset.of(features(), new int[] {0, 1, 1, 0});
  }

  /** Dense `hidden`, batch normalization `norm`, dropout and a sigmoid `out`. */
  public static Network network() {
    return sequential(
            input(2),
            dense(3).relu().l2(1e-3).named("hidden"),
            batchNorm().momentum(0.5).named("norm"),
            dropout(0.25),
            dense(1).sigmoid().named("out"))
        .named("xor");
  }

  /** Two batches an epoch. */
  public static TrainingPlan plan() {
    return training(binaryCrossEntropy(), adam(0.05)).batchSize(2).seed(3).measure(accuracy());
  }

  /** The network after three epochs. */
  public static Model trained() {
    return trainedFor(3);
  }

  /** The network after so many epochs. */
  public static Model trainedFor(int epochs) {
    return Trainer.create().train(network(), plan().epochs(epochs), data()).model();
  }
}
