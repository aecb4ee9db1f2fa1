package dev.lamina.samples;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.listener.ProgressBar;
import java.io.PrintStream;

/** Batch normalization before the activation: the textbook's example, on rows without a pattern. */
final class BatchNormalization implements Sample {

  private static final int ROWS = 1000;

  @Override
  public void run(PrintStream out) {
    out.println(network().summary());
    out.println();
    Dataset rows = RandomRows.withTwoClasses(ROWS, 20, 0);
    TrainingResult result =
        Trainer.create().listener(ProgressBar.on(out)).train(network(), plan(), rows);
    out.println("stopped: " + result.stopReason());
  }

  static Network network() {
    return sequential(
        input(20),
        dense(64).l2(0.01).named("dense_1"),
        batchNorm().named("batch_norm_1"),
        relu(),
        dropout(0.3).named("dropout_1"),
        dense(32).l2(0.01).named("dense_2"),
        batchNorm().named("batch_norm_2"),
        relu(),
        dropout(0.2).named("dropout_2"),
        dense(1).sigmoid().named("output_layer"));
  }

  static TrainingPlan plan() {
    return training(binaryCrossEntropy(), adam(1e-3)).epochs(10).measure(accuracy());
  }
}
