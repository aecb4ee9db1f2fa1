package dev.lamina.training.doctor;

import dev.lamina.training.engine.BackendFacts;
import java.util.Optional;

/**
 * All that an examination is made of.
 *
 * @param jvm the Java machine
 * @param host the machine below it
 * @param backend what computes
 * @param cache where native code is unpacked
 * @param nvidia the driver and the cards
 * @param trial how training went; none where nothing computes
 */
record Machine(
    Jvm jvm,
    Host host,
    BackendFacts backend,
    NativeCache cache,
    Nvidia nvidia,
    Optional<Trial> trial) {

  /** This one. */
  static Machine here() {
    BackendFacts backend = BackendFacts.here();
    return new Machine(
        Jvm.here(),
        Host.here(),
        backend,
        NativeCache.here(),
        NvidiaSmi.ask(),
        backend.loaded().map(loaded -> Trial.run()));
  }
}
