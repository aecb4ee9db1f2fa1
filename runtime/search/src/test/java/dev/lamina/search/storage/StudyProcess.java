package dev.lamina.search.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that works on a study.
 *
 * @param process the process
 * @param output what it prints
 */
record StudyProcess(Process process, BufferedReader output) implements AutoCloseable {

  private static final String IGNORED = "SigIgn:";
  private static final int SIGINT = 2;

  /** Starts the main method of this class. */
  static StudyProcess start(Class<?> program, Object... arguments) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                    "-Dfile.encoding=UTF-8",
                    "-XX:TieredStopAtLevel=1",
                    "-Xshare:auto",
                    "-cp",
                    System.getProperty("java.class.path"),
                    program.getName()),
                Stream.of(arguments).map(String::valueOf))
            .toList();
    Process started =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new StudyProcess(started, started.inputReader(UTF_8));
  }

  /** Waits until it says that it works. */
  StudyProcess awaitWork() throws IOException {
    String line = output.readLine();
    if (!"working".equals(line)) {
      throw new IOException("The process said " + line);
    }
    return this;
  }

  /** Whether it ends by itself within so many milliseconds. */
  boolean endsWithin(int milliseconds) throws InterruptedException {
    return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
  }

  /** Ends it without a chance to do anything. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /**
   * Whether Ctrl-C ends processes that this one starts: a shell that started it in the background
   * may have it ignore that, and so its children.
   */
  static boolean canBeInterrupted() throws IOException {
    Path status = Path.of("/proc/self/status");
    return !Files.exists(status)
        || Files.readAllLines(status).stream()
            .filter(line -> line.startsWith(IGNORED))
            .map(line -> new BigInteger(line.substring(IGNORED.length()).strip(), 16))
            .noneMatch(signals -> signals.testBit(SIGINT - 1));
  }

  /** Ends it as Ctrl-C does, and gives its exit code. */
  int interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().onExit().join();
    return process.waitFor();
  }

  /** What else it prints until it ends by itself. */
  List<String> lines() throws IOException, InterruptedException {
    List<String> lines = output.lines().filter(line -> !line.equals("working")).toList();
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      throw new IOException("The process ended with " + exitCode);
    }
    return lines;
  }

  @Override
  public void close() {
    kill();
  }
}
