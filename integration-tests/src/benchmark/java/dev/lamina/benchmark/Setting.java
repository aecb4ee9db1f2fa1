package dev.lamina.benchmark;

import java.util.List;
import java.util.Map;

/**
 * How a process is set up.
 *
 * @param name what distinguishes it from others of the same system
 * @param environment variables to set
 * @param jvmArguments options of the JVM
 */
record Setting(String name, Map<String, String> environment, List<String> jvmArguments) {

  private static final String OPEN_MP_THREADS = "OMP_NUM_THREADS";

  /** What else native code and the JVM read. */
  private static final List<String> OTHERS =
      List.of(
          "OPENBLAS_NUM_THREADS",
          "MKL_NUM_THREADS",
          "OMP_WAIT_POLICY",
          "OMP_PROC_BIND",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS");

  /** Copies both. */
  Setting {
    environment = Map.copyOf(environment);
    jvmArguments = List.copyOf(jvmArguments);
  }

  /** Nothing is set. */
  static Setting untouched() {
    return new Setting("untouched", Map.of(), List.of());
  }

  /** The same under another name. */
  Setting named(String other) {
    return new Setting(other, environment, jvmArguments);
  }

  /** So many native threads. */
  static Setting threads(int count, String... jvmArguments) {
    return new Setting(
        count == 1 ? "1 thread" : count + " threads",
        Map.of(OPEN_MP_THREADS, String.valueOf(count)),
        List.of(jvmArguments));
  }

  /** Sets up what will be started, whatever the environment of this program is. */
  void apply(ProcessBuilder process) {
    process.environment().remove(OPEN_MP_THREADS);
    OTHERS.forEach(process.environment()::remove);
    process.environment().putAll(environment);
  }
}
