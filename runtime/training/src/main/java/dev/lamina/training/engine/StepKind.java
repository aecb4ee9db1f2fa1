package dev.lamina.training.engine;

import org.nd4j.linalg.factory.Nd4j;

/** How training steps are computed. */
enum StepKind {
  /** As a list of native calls that is laid out once: on the CPU, for every network. */
  COMPILED,
  /** By DL4J itself: elsewhere, where arrays do not lie in the memory of the host. */
  DL4J;

  /** The one for the backend that runs here. */
  static StepKind here() {
    return on(Nd4j.getEnvironment().isCPU());
  }

  /** The one for a backend that keeps arrays in the memory of the host, or does not. */
  static StepKind on(boolean host) {
    return host ? COMPILED : DL4J;
  }
}
