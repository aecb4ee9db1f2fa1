package dev.lamina.training.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program of NVIDIA's driver that tells about it, where it is installed. */
final class NvidiaSmi {

  private static final String PROGRAM = "nvidia-smi";
  private static final long SECONDS = 10;
  private static final String FORMAT = "--format=csv,noheader";
  private static final Pattern CUDA = Pattern.compile("CUDA Version: ([0-9.]+)");
  private static final Pattern CARD = Pattern.compile("(.+), ([0-9.]+), (\\d+)\\.(\\d), (.+)");
  private static final Pattern OLD_CARD = Pattern.compile("(.+), ([0-9.]+), (.+)");

  private NvidiaSmi() {}

  /**
   * What a program answered.
   *
   * @param code how it ended
   * @param text what it printed
   */
  record Answer(int code, String text) {}

  /** Asks the one here. */
  static Nvidia ask() {
    try {
      Answer answer = run("--query-gpu=name,driver_version,compute_cap,memory.total", FORMAT);
      if (answer.text().contains("compute_cap")) {
        answer = run("--query-gpu=name,driver_version,memory.total", FORMAT);
      }
      return answer.code() == 0 ? of(answer, run()) : of(answer, answer);
    } catch (IOException notInstalled) {
      return Nvidia.NONE; // as on most machines, so that nothing is to be told of it
    }
  }

  /** Reads what it answers when asked for cards, and what it prints when asked for nothing. */
  static Nvidia of(Answer cards, Answer overview) {
    if (cards.code() != 0) {
      return new Nvidia(Optional.of(cards.text().strip()), Optional.empty(), List.of());
    }
    List<Nvidia.Card> found =
        cards.text().lines().flatMap(line -> card(line.strip()).stream()).toList();
    Matcher cuda = CUDA.matcher(overview.text());
    return new Nvidia(
        Optional.empty(), cuda.find() ? Optional.of(cuda.group(1)) : Optional.empty(), found);
  }

  private static Optional<Nvidia.Card> card(String line) {
    Matcher card = CARD.matcher(line);
    if (card.matches()) {
      int capability = 10 * Integer.parseInt(card.group(3)) + Integer.parseInt(card.group(4));
      return Optional.of(new Nvidia.Card(card.group(1), card.group(2), capability, card.group(5)));
    }
    Matcher old = OLD_CARD.matcher(line);
    return old.matches()
        ? Optional.of(new Nvidia.Card(old.group(1), old.group(2), 0, old.group(3)))
        : Optional.empty();
  }

  private static Answer run(String... options) throws IOException {
    List<String> command = new ArrayList<>(Stream.of(options).toList());
    command.add(0, PROGRAM);
    Path output = Files.createTempFile(PROGRAM, ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return answer(process, output);
    } finally {
      Files.delete(output);
    }
  }

  private static Answer answer(Process process, Path output) throws IOException {
    try {
      if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return new Answer(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
      }
      process.destroyForcibly();
      return new Answer(-1, "`%s` gave no answer in %d seconds".formatted(PROGRAM, SECONDS));
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return new Answer(-1, "the examination was interrupted");
    }
  }
}
