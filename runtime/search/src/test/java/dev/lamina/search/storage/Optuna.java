package dev.lamina.search.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Python's Optuna, where it is installed. */
final class Optuna {

  private static final String PYTHON = "/usr/bin/python3";

  private Optuna() {}

  /** Whether it can be called: a condition of tests. */
  static boolean isInstalled() throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of(PYTHON))) {
      return false;
    }
    Process process =
        new ProcessBuilder(PYTHON, "-c", "import optuna")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
  }

  /**
   * What a program prints that finds the file as {@code journal} and {@code storage}.
   *
   * @throws IOException if it fails, with what it said
   */
  static String run(Path journal, String program) throws IOException, InterruptedException {
    String head =
        """
        import json, sys, warnings
        warnings.simplefilter("ignore")
        import optuna
        optuna.logging.set_verbosity(optuna.logging.ERROR)
        journal = sys.argv[1]
        storage = optuna.storages.JournalStorage(optuna.storages.JournalFileStorage(journal))
        """;
    Path output = Files.createTempFile("optuna", ".out");
    try {
      Process process =
          new ProcessBuilder(PYTHON, "-c", head + program, journal.toString())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean isOver = process.waitFor(1, TimeUnit.MINUTES);
      process.destroyForcibly();
      String text = Files.readString(output, UTF_8);
      if (!isOver || process.exitValue() != 0) {
        throw new IOException("Optuna failed: " + text);
      }
      return text;
    } finally {
      Files.delete(output);
    }
  }
}
