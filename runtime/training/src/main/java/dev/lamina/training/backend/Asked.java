package dev.lamina.training.backend;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * That a backend was asked for by name.
 *
 * @param kind which
 * @param how the words that ask for it, such as {@code -Dlamina.backend=cuda}
 */
record Asked(BackendKind kind, String how) {

  /** The system property. */
  static final String PROPERTY = "lamina.backend";

  private static final String VARIABLE = "LAMINA_BACKEND";

  /** ND4J's own way, for programs that came from there: the larger number wins. */
  private static final String CPU_PRIORITY = "BACKEND_PRIORITY_CPU";

  private static final String CUDA_PRIORITY = "BACKEND_PRIORITY_GPU";
  private static final int CPU_DEFAULT = 0;
  private static final int CUDA_DEFAULT = 100;

  /** By code. */
  static Asked byCode(BackendKind kind) {
    return new Asked(kind, "`Backend.choose(" + kind + ")`");
  }

  /** By a program that uses ND4J itself, and did so first. */
  static Asked byLoading(BackendKind kind) {
    return new Asked(kind, "the program, which loaded it before,");
  }

  /**
   * By the system property, else by the environment.
   *
   * @throws IllegalStateException if what is asked for is no backend
   */
  static Optional<Asked> by(Properties properties, Map<String, String> environment) {
    String property = properties.getProperty(PROPERTY, "");
    if (!property.isBlank()) {
      return Optional.of(named(property, "`-D" + PROPERTY + "=" + property + "`"));
    }
    String variable = environment.getOrDefault(VARIABLE, "");
    if (!variable.isBlank()) {
      return Optional.of(named(variable, "`" + VARIABLE + "=" + variable + "`"));
    }
    int cpu = priority(environment, CPU_PRIORITY, CPU_DEFAULT);
    return cpu > priority(environment, CUDA_PRIORITY, CUDA_DEFAULT)
        ? Optional.of(new Asked(BackendKind.CPU, "`" + CPU_PRIORITY + "=" + cpu + "`"))
        : Optional.empty();
  }

  private static Asked named(String name, String how) {
    return new Asked(
        BackendKind.named(name)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        """
                        No backend has this name.
                          Expected `cpu` or `cuda`, but got `%s` by %s.
                          Fix: use one of the two, or leave it out: then CUDA computes where it can, \
                        and the CPU elsewhere."""
                            .formatted(name, how))),
        how);
  }

  /** ND4J itself ends with an exception if it is no number. */
  private static int priority(Map<String, String> environment, String name, int otherwise) {
    String value = environment.getOrDefault(name, "");
    return value.matches("-?\\d{1,9}") ? Integer.parseInt(value) : otherwise;
  }
}
