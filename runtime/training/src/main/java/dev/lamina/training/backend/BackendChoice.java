package dev.lamina.training.backend;

import java.util.Optional;

/**
 * What computes, and why.
 *
 * @param kind what
 * @param reason why, as a clause
 */
public record BackendChoice(BackendKind kind, String reason) {

  /** That of nobody's: CUDA where it can, otherwise the CPU. */
  static BackendChoice automatic(CudaMachine machine) {
    if (!machine.code().isThere()) {
      return new BackendChoice(BackendKind.CPU, "the only one on the class path");
    }
    Optional<Obstacle> obstacle = machine.obstacle();
    return obstacle.isPresent()
        ? new BackendChoice(BackendKind.CPU, "as CUDA cannot: " + obstacle.get().text())
        : new BackendChoice(BackendKind.CUDA, "as there is " + machine.cards());
  }

  /**
   * The one that was asked for.
   *
   * @throws IllegalStateException if that is CUDA, which cannot compute on this machine
   */
  static BackendChoice asked(Asked asked, CudaMachine machine) {
    Optional<Obstacle> obstacle =
        asked.kind() == BackendKind.CUDA ? machine.certainObstacle() : Optional.empty();
    if (obstacle.isPresent()) {
      throw new IllegalStateException(
          """
          CUDA cannot compute here.
            Expected what ND4J's CUDA %s code runs on, since %s asks for it, but %s.
            Fix: %s; or ask for nothing: then CUDA computes where it can."""
              .formatted(
                  CudaCode.VERSION, asked.how(), obstacle.get().text(), obstacle.get().fix()));
    }
    return new BackendChoice(asked.kind(), "as " + asked.how() + " asks for it");
  }
}
