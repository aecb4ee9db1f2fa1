package dev.lamina.training.checkpoint;

import dev.lamina.dsl.metric.DataPart;
import dev.lamina.training.metric.Meters;
import dev.lamina.training.model.Model;
import java.io.IOException;
import java.util.Map;

/**
 * Where a training stands within an epoch, as a record that has a JSON form; what was measured is
 * in an entry of its own.
 *
 * @param batches as in {@link EpochStanding}, like all others
 */
record SavedEpochStanding(int batches, double seconds) {

  static final String METERS = "meters.bin";

  static SavedEpochStanding of(EpochStanding standing) {
    return new SavedEpochStanding(standing.batches(), standing.seconds());
  }

  EpochStanding standing(Model model, Map<String, byte[]> entries) throws IOException {
    byte[] measured = entries.get(METERS);
    if (measured == null) {
      throw new IOException("it has no entry `" + METERS + "`.");
    }
    Meters meters = Meters.of(DataPart.TRAINING, model.network(), model.plan());
    meters.restore(measured);
    return new EpochStanding(batches, seconds, meters);
  }
}
