package dev.lamina.training;

import dev.lamina.training.checkpoint.CheckpointFolder;
import dev.lamina.training.checkpoint.Checkpoints;
import dev.lamina.training.data.Fingerprint;
import dev.lamina.training.data.Split;
import dev.lamina.training.model.Provenance;
import java.util.Optional;

/**
 * Where a training is written down, and what tells its data from others.
 *
 * @param folder the checkpoints
 * @param training the numbers that it learns from
 * @param validation those kept apart, if there are any
 */
record Journal(CheckpointFolder folder, Fingerprint training, Optional<Fingerprint> validation) {

  /** The journal of a training on this data. */
  static Journal of(Checkpoints settings, Split split) {
    return new Journal(
        new CheckpointFolder(settings),
        Fingerprint.of(split.training()),
        split.validation().map(Fingerprint::of));
  }

  /** The same provenance that names the data. */
  Provenance signed(Provenance provenance) {
    return provenance.data(training, validation);
  }
}
