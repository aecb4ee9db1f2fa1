package dev.lamina.training.listener;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static org.mockito.Mockito.mock;

import dev.lamina.dsl.metric.Monitor;
import dev.lamina.training.TrainingListener.BatchEnd;
import dev.lamina.training.TrainingListener.Start;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.Validation;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/** A training whose events and times are written down, heard by a progress bar. */
final class Script {

  private final int epochs;
  private final int batches;
  private final AtomicLong clock;
  private final ProgressBar bar;

  private Script(int epochs, int batches, AtomicLong clock, ProgressBar bar) {
    this.epochs = epochs;
    this.batches = batches;
    this.clock = clock;
    this.bar = bar;
  }

  /** Heard by a bar that has a clock of its own. */
  static Script of(int epochs, int batches, ProgressBar bar) {
    return new Script(epochs, batches, new AtomicLong(), bar);
  }

  static Script inLines(int epochs, int batches, PrintStream stream) {
    return inLines(epochs, batches, stream, StandardCharsets.UTF_8);
  }

  static Script inLines(int epochs, int batches, PrintStream stream, Charset charset) {
    AtomicLong clock = new AtomicLong();
    ProgressBar bar = new ProgressBar(stream, charset, Optional.empty(), clock::get);
    return new Script(epochs, batches, clock, bar);
  }

  static Script onTerminal(int epochs, int batches, PrintStream stream, int columns) {
    return onTerminal(epochs, batches, stream, () -> columns);
  }

  static Script onTerminal(int epochs, int batches, PrintStream stream, IntSupplier columns) {
    AtomicLong clock = new AtomicLong();
    Charset charset = StandardCharsets.UTF_8;
    ProgressBar bar = new ProgressBar(stream, charset, Optional.of(columns), clock::get);
    return new Script(epochs, batches, clock, bar);
  }

  void started() {
    bar.trainingStarted(
        new Start(
            sequential(input(5), dense(10).relu(), dense(1).sigmoid()),
            training(binaryCrossEntropy(), adam()).epochs(epochs).measure(accuracy()),
            Split.of(Dataset.of(new double[][] {{1, 2, 3, 4, 5}}, new int[] {1})),
            batches));
  }

  void epoch(int number) {
    bar.epochStarted(number);
  }

  /** A mini-batch that took so many milliseconds. */
  void batch(int number, long took, double loss, double accuracy) {
    clock.addAndGet(took * 1_000_000);
    Map<Monitor, Double> values = new LinkedHashMap<>();
    values.put(training(loss()), loss);
    values.put(training(accuracy()), accuracy);
    bar.batchEnded(new BatchEnd(1, number, values));
  }

  void validated(double validationLoss) {
    bar.validated(new Validation(1, 0.5, Map.of(validation(loss()), validationLoss)));
  }

  void epochEnded(double seconds, double loss, double accuracy) {
    epochEnded(seconds, Map.of(training(loss()), loss, training(accuracy()), accuracy));
  }

  void epochEnded(
      double seconds,
      double loss,
      double accuracy,
      double validationLoss,
      double validationAccuracy) {
    epochEnded(
        seconds,
        Map.of(
            validation(loss()), validationLoss,
            validation(accuracy()), validationAccuracy,
            training(loss()), loss,
            training(accuracy()), accuracy));
  }

  void trainingEnded() {
    bar.trainingEnded(mock(TrainingResult.class));
  }

  void trainingFailed() {
    bar.trainingFailed(new IllegalStateException());
  }

  private void epochEnded(double seconds, Map<Monitor, Double> values) {
    bar.epochEnded(new Epoch(1, values, 0.01, seconds));
  }
}
