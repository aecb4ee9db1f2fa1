package dev.lamina.training.doctor;

import dev.lamina.training.backend.BackendKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * Trains on each backend that can compute here: ND4J holds one in a process, others get their own.
 */
final class Trials {

  private Trials() {}

  /** How it went on each, the loaded one first; on none if none was loaded. */
  static Map<BackendKind, Trial> on(BackendFacts backend) {
    Map<BackendKind, Trial> trials = new EnumMap<>(BackendKind.class);
    backend.loaded().ifPresent(loaded -> trials.put(loaded.choice().kind(), Trial.run()));
    for (BackendKind kind : BackendKind.values()) {
      if (!trials.isEmpty() && canCompute(kind, backend)) {
        trials.computeIfAbsent(kind, TrialProcess::run);
      }
    }
    return trials;
  }

  private static boolean canCompute(BackendKind kind, BackendFacts backend) {
    return switch (kind) {
      case CPU -> backend.cpu().canCompute();
      case CUDA -> backend.cuda().obstacle().isEmpty();
    };
  }
}
