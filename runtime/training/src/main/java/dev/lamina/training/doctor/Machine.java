package dev.lamina.training.doctor;

import dev.lamina.training.backend.BackendKind;
import java.util.Map;

/**
 * All that an examination is made of.
 *
 * @param jvm the Java machine
 * @param host the machine below it
 * @param backend what computes
 * @param cache where native code is unpacked
 * @param trials how training went on each backend that can compute; on the others none was tried
 */
record Machine(
    Jvm jvm, Host host, BackendFacts backend, NativeCache cache, Map<BackendKind, Trial> trials) {

  /** This one. */
  static Machine here() {
    BackendFacts backend = BackendFacts.here();
    return new Machine(Jvm.here(), Host.here(), backend, NativeCache.here(), Trials.on(backend));
  }
}
