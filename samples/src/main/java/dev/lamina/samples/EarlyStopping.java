package dev.lamina.samples;

import static dev.lamina.dsl.Initializers.heNormal;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.StopReason;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Split;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.listener.ProgressBar;
import java.io.PrintStream;
import java.util.Locale;

/** Stops when the validation loss no longer falls: the textbook's early-stopping example. */
final class EarlyStopping implements Sample {

  @Override
  public void run(PrintStream out) {
    TrainingResult result =
        Trainer.create().listener(ProgressBar.on(out)).train(network(), plan(), split());
    boolean early = result.stopReason() instanceof StopReason.NoProgress;
    String end = early ? "Training stopped early after %d epochs.%n" : "All %d epochs are done.%n";
    out.printf(end, result.history().size());
    Epoch best = result.history().best(validation(loss())).orElseThrow();
    out.printf(
        Locale.ROOT,
        "The weights of epoch %d are restored, with the best val_loss, %.4f.%n",
        best.number(),
        best.value(validation(loss())));
  }

  static Network network() {
    return sequential(
        input(5),
        dense(10).relu().initializer(heNormal()).named("hidden_1"),
        dense(1).sigmoid().named("output"));
  }

  static TrainingPlan plan() {
    return training(binaryCrossEntropy(), adam())
        .epochs(100)
        .batchSize(32)
        .measure(accuracy())
        .stopWhen(earlyStopping(validation(loss())).patience(3));
  }

  /** Rows without a pattern; of twelve pairs of seeds, one that stops about where the book does. */
  static Split split() {
    return Split.of(RandomRows.withTwoClasses(100, 5, 5), RandomRows.withTwoClasses(20, 5, 105));
  }
}
