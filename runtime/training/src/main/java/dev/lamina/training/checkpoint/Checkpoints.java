package dev.lamina.training.checkpoint;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.LossValue;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.TrainingPlan;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a training writes itself down, how often, and which of these files are kept.
 *
 * <p>A checkpoint is a model file, {@code epoch-000012.lamina} after epoch 12 and {@code
 * epoch-000013-batch-0000500.lamina} after 500 mini-batches of the next, that says besides how far
 * the training is. It is written aside, synced to the disk and renamed, and older ones are deleted
 * only then, so that whenever the process is killed there is one to go on from. After the last
 * epoch there always is one, and where training is cancelled or its time is up.
 *
 * @param folder where they are; it is made if it is not there
 * @param retention how often they are written and which are kept
 */
public record Checkpoints(Path folder, Retention retention) {

  /** Checks that both are there. */
  public Checkpoints {
    Requirement.of("Checkpoints.in", new Code(String.valueOf(folder)))
        .present("folder", folder)
        .present("retention", retention);
  }

  /** In this folder after every epoch, of which the last 3 are kept. */
  public static Checkpoints in(Path folder) {
    return new Checkpoints(folder, Retention.standard());
  }

  /** The same after every so many epochs only, and after the last. */
  public Checkpoints every(int epochs) {
    return new Checkpoints(folder, retention.every(epochs));
  }

  /**
   * The same after every so many updates of the weights too, within an epoch: where one takes so
   * long that it must not be lost. Updates are counted through all epochs.
   *
   * @param updates how many, at least 1, such as 500
   */
  public Checkpoints everyUpdates(int updates) {
    return new Checkpoints(folder, retention.everyUpdates(updates));
  }

  /** The same of which so many last ones are kept, at least 1. */
  public Checkpoints keepLast(int count) {
    return new Checkpoints(folder, retention.last(count));
  }

  /**
   * The same of which so many are kept besides: those after the epochs with the best values of this
   * monitor.
   */
  public Checkpoints keepBest(int count, Monitor monitor) {
    return new Checkpoints(folder, retention.best(new Retention.Best(count, monitor)));
  }

  /** Whether they are in this folder. */
  public boolean isIn(Path other) {
    return folder.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  /**
   * What keeps a training from writing these.
   *
   * @param isValidated whether there is validation data
   */
  public Optional<Problem> problem(TrainingPlan plan, boolean isValidated) {
    return retention.best().flatMap(best -> problem(best, plan, isValidated));
  }

  private static Optional<Problem> problem(
      Retention.Best best, TrainingPlan plan, boolean isValidated) {
    Monitor monitor = best.monitor();
    if (monitor.part() == DataPart.VALIDATION && !isValidated) {
      return Optional.of(
          new Problem(
              "`" + best + "`",
              "watches validation data but none is given.",
              "give some, `Split.of(training, validation)`, or watch `training("
                  + monitor.metric()
                  + ")`."));
    }
    boolean isMeasured =
        monitor.metric() instanceof LossValue || plan.metrics().contains(monitor.metric());
    return isMeasured
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "`" + best + "`",
                "watches a metric that is not measured.",
                "add `.measure(" + monitor.metric() + ")` to the plan."));
  }

  @Override
  public String toString() {
    return "Checkpoints.in(Path.of(" + Code.literal(folder.toString()) + "))" + retention;
  }
}
