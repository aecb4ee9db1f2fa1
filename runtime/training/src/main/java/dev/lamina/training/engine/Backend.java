package dev.lamina.training.engine;

import org.nd4j.linalg.factory.Nd4j;

/** The ND4J backend that computes. */
final class Backend {

  private static final String LOG_INITIALIZATION = "org.nd4j.log.initialization";

  private Backend() {}

  /**
   * Loads the backend, without its banner in the log, unless it is loaded already.
   *
   * @throws IllegalStateException if there is none that runs here
   */
  static void require() {
    String before = System.getProperty(LOG_INITIALIZATION);
    try {
      if (before == null) {
        System.setProperty(LOG_INITIALIZATION, "false");
      }
      Nd4j.getBackend();
    } catch (LinkageError error) {
      throw new IllegalStateException(
          """
          No ND4J backend runs here.
            Expected a backend on the class path, such as `org.nd4j:nd4j-native:1.0.0-M2.1` with the \
          classifier of this platform, but loading it failed: %s.
            Fix: add `nd4j-native` and, with a classifier such as `linux-x86_64`, `nd4j-native`, `openblas` \
          and `javacpp` to the dependencies."""
              .formatted(error),
          error);
    } finally {
      if (before == null) {
        System.clearProperty(LOG_INITIALIZATION);
      }
    }
  }
}
