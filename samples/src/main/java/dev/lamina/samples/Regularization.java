package dev.lamina.samples;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.listener.ProgressBar;
import java.io.PrintStream;

/** L2 and dropout together, on rows without a pattern: the textbook's regularization example. */
final class Regularization implements Sample {

  private static final int ROWS = 1000;
  private static final int TRAINING_ROWS = 800;

  @Override
  public void run(PrintStream out) {
    out.println(network().summary());
    out.println();
    Dataset rows = RandomRows.withNumbers(ROWS, 32, 0);
    Split split = Split.of(rows.rows(0, TRAINING_ROWS), rows.rows(TRAINING_ROWS, ROWS));
    TrainingResult result =
        Trainer.create().listener(ProgressBar.on(out)).train(network(), plan(), split);
    out.println("stopped: " + result.stopReason());
  }

  static Network network() {
    return sequential(
        input(32),
        dense(128).relu().l2(1e-4),
        dropout(0.3),
        dense(64).relu().l2(1e-4),
        dropout(0.2),
        dense(1));
  }

  static TrainingPlan plan() {
    return training(meanSquaredError(), adam()).epochs(10).measure(meanAbsoluteError());
  }
}
