package dev.lamina.training.listener;

import dev.lamina.dsl.code.Code;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Split;
import dev.lamina.training.evaluation.ConfusionMatrix;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.History;
import dev.lamina.training.history.Validation;
import dev.lamina.training.listener.report.LayerPoint;
import dev.lamina.training.listener.report.Page;
import dev.lamina.training.listener.report.ReportContent;
import dev.lamina.training.listener.report.Status;
import dev.lamina.training.model.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/** Writes a report while training runs. */
final class ReportListener implements TrainingListener {

  private static final long REWRITE_NANOSECONDS = 10_000_000_000L;

  private final Path file;
  private final LongSupplier clock;
  private final List<Epoch> epochs = new ArrayList<>();
  private final List<Validation> validations = new ArrayList<>();
  private Thinned<LayerPoint> layers = new Thinned<>();
  private Optional<Start> start = Optional.empty();
  private Instant started = Instant.EPOCH;
  private long nextWrite;
  private int longest;

  /**
   * @param clock nanoseconds
   */
  ReportListener(Path file, LongSupplier clock) {
    this.file = file;
    this.clock = clock;
  }

  @Override
  public void trainingStarted(Start about) {
    OutputFile.requirePlaceFor(file);
    start = Optional.of(about);
    started = Instant.now();
    epochs.clear();
    epochs.addAll(about.earlier().epochs());
    validations.clear();
    validations.addAll(about.earlier().validations());
    layers = new Thinned<>();
    longest = 0;
    nextWrite = clock.getAsLong();
  }

  @Override
  public void layersObserved(LayersObserved observed) {
    // An epoch of a stream is taken to be as long as the longest so far.
    longest = Math.max(longest, observed.batch());
    int batches = start.orElseThrow().batches().orElse(longest);
    double part = (double) observed.batch() / batches;
    layers.add(new LayerPoint(observed.epoch() - 1 + part, observed.layers()));
  }

  @Override
  public void validated(Validation validation) {
    validations.add(validation);
  }

  @Override
  public void epochEnded(Epoch epoch) {
    epochs.add(epoch);
    long now = clock.getAsLong();
    if (now - nextWrite >= 0) {
      Start about = start.orElseThrow();
      write(about, Status.running(epochs.size(), about.plan().epochs()));
      nextWrite = now + REWRITE_NANOSECONDS;
    }
  }

  @Override
  public void trainingEnded(TrainingResult result) {
    Start about = start.orElseThrow();
    Optional<ConfusionMatrix> confusion =
        about.data().validation().flatMap(data -> Outcome.confusion(result.model(), data));
    epochs.clear();
    epochs.addAll(result.history().epochs());
    validations.clear();
    validations.addAll(result.history().validations());
    write(about, Status.of(result), result.restoredEpoch(), confusion, result.model().provenance());
    start = Optional.empty();
  }

  @Override
  public void trainingFailed(Throwable cause) {
    start.ifPresent(about -> write(about, Status.failed(cause)));
    start = Optional.empty();
  }

  @Override
  public String toString() {
    return Code.call("TrainingReport.to", file).toString();
  }

  private void write(Start about, Status status) {
    Provenance here = Provenance.here(about.plan());
    write(about, status, OptionalInt.empty(), Optional.empty(), here);
  }

  private void write(
      Start about,
      Status status,
      OptionalInt best,
      Optional<ConfusionMatrix> confusion,
      Provenance provenance) {
    ReportContent content =
        new ReportContent(
            about.network(),
            about.plan(),
            status,
            new History(epochs, validations),
            best,
            layers.all(),
            confusion,
            provenance,
            Optional.of(samples(about.data())),
            Optional.of(started));
    try {
      OutputFile.replace(file, new Page(content).html().getBytes(StandardCharsets.UTF_8));
    } catch (IOException exception) {
      throw OutputFileException.of(file, exception);
    }
  }

  private static String samples(Split data) {
    String learned = data.training().size() + " samples to learn from";
    return data.validation()
        .map(keptApart -> learned + ", " + keptApart.size() + " to validate on")
        .orElse(learned);
  }
}
