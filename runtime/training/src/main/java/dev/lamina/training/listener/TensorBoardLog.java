package dev.lamina.training.listener;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.engine.LayerFigures;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.history.Validation;
import dev.lamina.training.listener.tensorboard.EventFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Writes event files that TensorBoard shows, while training runs: {@code tensorboard --logdir
 * folder}.
 *
 * <p>As Keras does, there are two runs, {@code train} and {@code validation}, with the scalars
 * {@code epoch_loss}, {@code epoch_accuracy} and so on, and {@code epoch_learning_rate} in the
 * first; the step is the epoch, counted from 1 (Keras counts from 0). Where {@link
 * dev.lamina.dsl.training.TrainingPlan#validateEvery} asks for it, the second has {@code
 * evaluation_loss_vs_iterations} and so on too, whose step is the update. Where {@link
 * dev.lamina.training.Trainer#observeLayersEvery} asks for it, the first has {@code
 * gradient_norm/LAYER}, {@code update_ratio/LAYER}, {@code dead_share/LAYER} and {@code
 * saturated_share/LAYER} too; there the step counts mini-batches through all epochs. Events are
 * handed to the operating system when an epoch has ended, or a validation between.
 *
 * <p>Each training adds files of its own: give each a folder of its own below one that TensorBoard
 * is pointed at, and it compares them.
 */
public final class TensorBoardLog implements TrainingListener {

  private final Path folder;
  private final Clock clock;
  private final Map<DataPart, EventFile> files = new EnumMap<>(DataPart.class);
  private OptionalInt batches = OptionalInt.empty();
  private int batchesOfEpoch;
  private long batchesBefore;

  /**
   * @param clock when events happen
   */
  TensorBoardLog(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Event files below this folder, which is made where it is not there. */
  public static TensorBoardLog to(Path folder) {
    Requirement.of("TensorBoardLog.to", folder).present("folder", folder);
    return new TensorBoardLog(folder, Clock.systemUTC());
  }

  /**
   * Opens the files.
   *
   * @throws OutputFileException if they cannot be made
   */
  @Override
  public void trainingStarted(Start start) {
    close();
    batches = start.batches();
    batchesBefore = 0;
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw OutputFileException.of(
          folder, "must be a folder for event files but is a file.", "choose another name.");
    }
    writing(
        () -> {
          files.put(DataPart.TRAINING, EventFile.in(folder.resolve("train"), clock));
          if (start.data().validation().isPresent()) {
            files.put(DataPart.VALIDATION, EventFile.in(folder.resolve("validation"), clock));
          }
        });
  }

  @Override
  public void layersObserved(LayersObserved observed) {
    Map<String, Double> values = new LinkedHashMap<>();
    observed.layers().forEach(layer -> put(values, layer));
    long before =
        batches.isPresent() ? (observed.epoch() - 1L) * batches.getAsInt() : batchesBefore;
    long step = before + observed.batch();
    writing(() -> files.get(DataPart.TRAINING).scalars(step, values));
  }

  @Override
  public void batchEnded(BatchEnd end) {
    batchesOfEpoch = end.batch();
  }

  @Override
  public void validated(Validation validation) {
    Map<String, Double> values = new LinkedHashMap<>();
    validation
        .values()
        .forEach(
            (monitor, value) ->
                values.put("evaluation_" + monitor.metric().name() + "_vs_iterations", value));
    writing(
        () -> {
          files.get(DataPart.VALIDATION).scalars(validation.update(), values);
          files.get(DataPart.VALIDATION).flush();
        });
  }

  @Override
  public void epochEnded(Epoch epoch) {
    batchesBefore += batchesOfEpoch;
    for (Map.Entry<DataPart, EventFile> each : files.entrySet()) {
      Map<String, Double> values = values(epoch, each.getKey());
      writing(
          () -> {
            each.getValue().scalars(epoch.number(), values);
            each.getValue().flush();
          });
    }
  }

  @Override
  public void trainingEnded(TrainingResult result) {
    close();
  }

  @Override
  public void trainingFailed(Throwable cause) {
    close();
  }

  @Override
  public String toString() {
    return Code.call("TensorBoardLog.to", folder).toString();
  }

  private static Map<String, Double> values(Epoch epoch, DataPart part) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Map.Entry<Monitor, Double> each : epoch.values().entrySet()) {
      if (each.getKey().part() == part) {
        values.put("epoch_" + each.getKey().metric().name(), each.getValue());
      }
    }
    if (part == DataPart.TRAINING) {
      values.put("epoch_learning_rate", epoch.learningRate());
    }
    return values;
  }

  private static void put(Map<String, Double> values, LayerFigures layer) {
    put(values, "gradient_norm/" + layer.layer(), layer.gradientNorm());
    put(values, "update_ratio/" + layer.layer(), layer.updateRatio());
    put(values, "dead_share/" + layer.layer(), layer.deadShare());
    put(values, "saturated_share/" + layer.layer(), layer.saturatedShare());
  }

  private static void put(Map<String, Double> values, String tag, OptionalDouble value) {
    value.ifPresent(number -> values.put(tag, number));
  }

  /** All files, even if one cannot be closed. */
  private void close() {
    Iterator<EventFile> open = files.values().iterator();
    if (open.hasNext()) {
      EventFile next = open.next();
      open.remove();
      try {
        writing(next::close);
      } finally {
        close();
      }
    }
  }

  private void writing(Writing work) {
    try {
      work.run();
    } catch (IOException exception) {
      throw OutputFileException.of(folder, exception);
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
