package dev.lamina.training.backend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program of the system that tells about it.
 *
 * @param words its name and what it is given
 * @param seconds how long it may take
 */
public record Command(List<String> words, int seconds) {

  private static final int SECONDS = 10;

  /** Copies the list. */
  public Command {
    words = List.copyOf(words);
  }

  /**
   * What a program answered.
   *
   * @param code how it ended
   * @param text what it printed
   */
  public record Answer(int code, String text) {}

  /** One that answers soon. */
  static Command of(String... words) {
    return new Command(List.of(words), SECONDS);
  }

  /** What it answers, or nothing where it is not installed. */
  public Optional<Answer> answer() {
    try {
      return Optional.of(run());
    } catch (IOException notInstalled) {
      return Optional.empty(); // as on most machines
    }
  }

  /** What it prints, or nothing where it is not installed or fails. */
  String textOrNothing() {
    return answer().filter(answer -> answer.code() == 0).map(Answer::text).orElse("");
  }

  private Answer run() throws IOException {
    Path output = Files.createTempFile("lamina", ".txt");
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return ended(process, output);
    } finally {
      Files.delete(output);
    }
  }

  private Answer ended(Process process, Path output) throws IOException {
    try {
      if (process.waitFor(seconds, TimeUnit.SECONDS)) {
        return new Answer(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
      }
      process.destroyForcibly();
      return new Answer(-1, "`%s` gave no answer in %d seconds".formatted(words.get(0), seconds));
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return new Answer(-1, "the examination was interrupted");
    }
  }
}
