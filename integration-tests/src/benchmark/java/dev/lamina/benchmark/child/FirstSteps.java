package dev.lamina.benchmark.child;

import dev.lamina.benchmark.work.Kind;
import dev.lamina.benchmark.work.Work;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The program of a process that trains a few steps: says when the first is done, and after {@link
 * Kind#STEPS_FOR_MEMORY} the most memory that was resident, in bytes.
 */
public final class FirstSteps {

  /** What is printed after the first step. */
  public static final String FIRST = "first";

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";
  private static final long KIB = 1024;

  private FirstSteps() {}

  /** Takes the name of the system. */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    // What libraries print must not be taken for an answer.
    System.setOut(System.err);
    Systems.subject(arguments[0])
        .steps(Work.STARTUP.net(), Kind.STEPS_FOR_MEMORY, () -> answers.println(FIRST));
    answers.println(peakBytes());
    System.exit(0);
  }

  /** Whether the operating system tells. */
  public static boolean tellsMemory() {
    return Files.exists(STATUS);
  }

  private static long peakBytes() throws IOException {
    if (!tellsMemory()) {
      return 0;
    }
    List<String> lines = Files.readAllLines(STATUS);
    return lines.stream()
            .filter(line -> line.startsWith(PEAK))
            .map(line -> line.substring(PEAK.length()).strip().split(" ", -1)[0])
            .mapToLong(Long::parseLong)
            .findFirst()
            .orElseThrow()
        * KIB;
  }
}
