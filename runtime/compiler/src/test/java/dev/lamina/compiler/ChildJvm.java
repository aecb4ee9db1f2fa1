package dev.lamina.compiler;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A program that ran in a JVM of its own, where no ND4J backend is on the class path.
 *
 * @param exitCode how it ended
 * @param output what it printed, to either stream
 */
record ChildJvm(int exitCode, String output) {

  /** The backend, and every jar of native code: their names end in the platform. */
  private static final String BACKEND = "nd4j-native-.*|openblas-.*|.*-(linux|macosx|windows)-.*";

  /** Runs the main method of this class to its end. */
  static ChildJvm withoutBackend(Class<?> program) throws IOException, InterruptedException {
    Path output = Files.createTempFile("child", ".txt");
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                  "-cp",
                  classPathWithoutBackend(),
                  program.getName())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      int exitCode = process.waitFor();
      return new ChildJvm(exitCode, Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.delete(output);
    }
  }

  private static String classPathWithoutBackend() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !new File(entry).getName().matches(BACKEND))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
