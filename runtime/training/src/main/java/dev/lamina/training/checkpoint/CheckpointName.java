package dev.lamina.training.checkpoint;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a checkpoint: {@code epoch-000012.lamina} after epoch 12, and {@code
 * epoch-000013-batch-0000500.lamina} after 500 mini-batches of the next.
 *
 * @param epochs how many epochs are over
 * @param batches how many mini-batches of the next are done
 */
record CheckpointName(int epochs, int batches) implements Comparable<CheckpointName> {

  private static final Pattern FORM =
      Pattern.compile("epoch-([0-9]{6,9})(-batch-([0-9]{7,9}))?\\.lamina");
  private static final Comparator<CheckpointName> ORDER =
      Comparator.comparingInt(CheckpointName::epochs).thenComparingInt(CheckpointName::batches);

  static CheckpointName of(Standing standing) {
    return new CheckpointName(
        standing.history().size(), standing.epoch().map(EpochStanding::batches).orElse(0));
  }

  /** The name of this file, if it is one. */
  static Optional<CheckpointName> of(Path file) {
    Matcher form = FORM.matcher(file.getFileName().toString());
    if (!form.matches()) {
      return Optional.empty();
    }
    int epoch = Integer.parseInt(form.group(1));
    return Optional.of(
        form.group(2) == null
            ? new CheckpointName(epoch, 0)
            : new CheckpointName(epoch - 1, Integer.parseInt(form.group(3))));
  }

  /** Whether it stands between two epochs. */
  boolean isWhole() {
    return batches == 0;
  }

  @Override
  public int compareTo(CheckpointName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return isWhole()
        ? "epoch-%06d.lamina".formatted(epochs)
        : "epoch-%06d-batch-%07d.lamina".formatted(epochs + 1, batches);
  }
}
