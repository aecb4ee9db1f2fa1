package dev.lamina.training;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that ran in a JVM of its own, where no ND4J backend is on the class path.
 *
 * @param exitCode how it ended
 * @param output what it printed
 * @param errors what it, or the JVM, printed to the other stream
 */
public record ChildJvm(int exitCode, String output, String errors) {

  /** The backend, and every jar of native code: their names end in the platform. */
  private static final String BACKEND = "nd4j-native-.*|openblas-.*|.*-(linux|macosx|windows)-.*";

  /** Runs the main method of this class to its end. */
  public static ChildJvm of(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    return run(System.getProperty("java.class.path"), List.of(), program, arguments);
  }

  /** The same with options of the JVM. */
  public static ChildJvm with(List<String> options, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    return run(System.getProperty("java.class.path"), options, program, arguments);
  }

  /** The same with options of the JVM, and without the jars of these names. */
  public static ChildJvm without(String jars, List<String> options, Class<?> program)
      throws IOException, InterruptedException {
    return run(classPathWithout(jars), options, program);
  }

  /** The same where there is no backend. */
  public static ChildJvm withoutBackend(Class<?> program) throws IOException, InterruptedException {
    return run(classPathWithout(BACKEND), List.of(), program);
  }

  private static ChildJvm run(
      String classPath, List<String> options, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("child", ".out");
    Path errors = Files.createTempFile("child", ".err");
    try {
      Process process =
          new ProcessBuilder(command(classPath, options, program, arguments))
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      int exitCode = process.waitFor();
      return new ChildJvm(exitCode, text(output), text(errors));
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  /** The process of this class, running, with its errors where those of this one go. */
  static Process start(Class<?> program, String... arguments) throws IOException {
    List<String> quick = List.of("-XX:TieredStopAtLevel=1");
    String classPath = System.getProperty("java.class.path");
    return new ProcessBuilder(command(classPath, quick, program, arguments))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<String> command(
      String classPath, List<String> options, Class<?> program, String... arguments) {
    return Stream.of(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-Dfile.encoding=UTF-8"),
            options.stream(),
            Stream.of("-cp", classPath, program.getName()),
            Stream.of(arguments))
        .flatMap(part -> part)
        .toList();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static String classPathWithout(String jars) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !new File(entry).getName().matches(jars))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
