package dev.lamina.training.listener.report;

import dev.lamina.training.StopReason;
import dev.lamina.training.TrainingResult;

/**
 * How a training stands.
 *
 * @param word the word for it, which the page has a colour for: {@code running}, {@code done},
 *     {@code stopped} or {@code failed}
 * @param sentence what it means
 */
public record Status(String word, String sentence) {

  /** While it runs, after so many epochs. */
  public static Status running(int epochs, int most) {
    return new Status("running", "%d of at most %d epochs are done.".formatted(epochs, most));
  }

  /** After its end. */
  public static Status of(TrainingResult result) {
    return result.stopReason().accept(new Words());
  }

  /** After an exception. */
  public static Status failed(Throwable cause) {
    return new Status("failed", cause.toString());
  }

  private static final class Words implements StopReason.Cases<Status> {

    @Override
    public Status epochsDone(StopReason.EpochsDone reason) {
      return new Status(
          "done",
          reason.epochs() == 1
              ? "The one epoch of the plan is done."
              : "All %d epochs of the plan are done.".formatted(reason.epochs()));
    }

    @Override
    public Status noProgress(StopReason.NoProgress reason) {
      return new Status(
          "done",
          "Stopped early: %s has not improved since epoch %d."
              .formatted(reason.rule().monitor().name(), reason.bestEpoch()));
    }

    @Override
    public Status diverged(StopReason.Diverged reason) {
      return new Status(
          "failed",
          "Diverged in epoch %d, batch %d: the %s of layer %s were not finite."
              .formatted(
                  reason.epoch(), reason.batch(), reason.fault().what(), reason.fault().layer()));
    }

    @Override
    public Status timeUp(StopReason.TimeUp reason) {
      return new Status(
          "stopped",
          "Stopped in epoch %d: its %s were over."
              .formatted(reason.epoch(), Figures.time(reason.rule().seconds())));
    }

    @Override
    public Status cancelled(StopReason.Cancelled reason) {
      return new Status("stopped", "Cancelled in epoch %d.".formatted(reason.epoch()));
    }
  }
}
