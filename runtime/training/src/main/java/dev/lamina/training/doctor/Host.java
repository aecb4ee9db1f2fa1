package dev.lamina.training.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * The machine below the Java machine, or the container around it.
 *
 * @param system its operating system
 * @param processors how many processors the Java machine may use
 * @param memory how many bytes the process may take in all, where that is known
 * @param threadVariables the environment variables that say how many threads native code has
 */
record Host(
    String system, int processors, OptionalLong memory, Map<String, String> threadVariables) {

  private static final String MEMORY = "/proc/meminfo";
  private static final Pattern TOTAL = Pattern.compile("MemTotal:\\s+(\\d+) kB");

  /** Where Linux says how much a container may take, in both versions of its control groups. */
  private static final List<String> LIMITS =
      List.of("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes");

  /** This one. */
  static Host here() {
    Map<String, String> variables = new TreeMap<>(System.getenv());
    variables.keySet().retainAll(Set.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"));
    return new Host(
        "%s %s, %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        memoryHere(),
        variables);
  }

  private static OptionalLong memoryHere() {
    LongStream.Builder found = LongStream.builder();
    text(MEMORY)
        .map(TOTAL::matcher)
        .filter(Matcher::find)
        .ifPresent(total -> found.add(1024 * Long.parseLong(total.group(1))));
    for (String limit : LIMITS) {
      text(limit)
          .map(String::strip)
          .filter(bytes -> bytes.matches("\\d{1,18}"))
          .ifPresent(bytes -> found.add(Long.parseLong(bytes)));
    }
    return found.build().min();
  }

  private static Optional<String> text(String file) {
    try {
      return Optional.of(Files.readString(Path.of(file)));
    } catch (IOException notLinux) {
      return Optional.empty(); // nothing is said of a limit that the system does not tell
    }
  }
}
