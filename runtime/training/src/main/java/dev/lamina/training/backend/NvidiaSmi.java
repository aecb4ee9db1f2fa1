package dev.lamina.training.backend;

import dev.lamina.training.backend.Command.Answer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program of NVIDIA's driver that tells about it, where it is installed. */
final class NvidiaSmi {

  /** On the path; under Windows' Linux it may be off it. */
  private static final List<String> PROGRAMS = List.of("nvidia-smi", "/usr/lib/wsl/lib/nvidia-smi");

  private static final String FORMAT = "--format=csv,noheader";
  private static final String CAPABILITY = "compute_cap";
  private static final String CARDS = "--query-gpu=name,uuid,driver_version,memory.total";
  private static final Pattern CUDA = Pattern.compile("CUDA Version: ([0-9.]+)");
  private static final Pattern CARD =
      Pattern.compile("(.+), (GPU-[^,]+), ([0-9.]+), ([^,]+)(?:, (\\d+)\\.(\\d))?");

  private NvidiaSmi() {}

  /** Asks the one here. */
  static Nvidia ask() {
    return PROGRAMS.stream()
        .flatMap(program -> ask(program).stream())
        .findFirst()
        .orElse(Nvidia.NONE);
  }

  private static Optional<Nvidia> ask(String program) {
    Optional<Answer> cards = Command.of(program, CARDS + "," + CAPABILITY, FORMAT).answer();
    if (cards.isPresent() && cards.get().text().contains(CAPABILITY)) { // an unknown field
      cards = Command.of(program, CARDS, FORMAT).answer();
    }
    return cards.map(answer -> of(answer, Command.of(program).textOrNothing()));
  }

  /** Reads what it answers when asked for cards, and what it prints when asked for nothing. */
  static Nvidia of(Answer cards, String overview) {
    if (cards.code() != 0) {
      return new Nvidia(Optional.of(cards.text().strip()), Optional.empty(), List.of());
    }
    Matcher cuda = CUDA.matcher(overview);
    return new Nvidia(
        Optional.empty(),
        cuda.find() ? Optional.of(cuda.group(1)) : Optional.empty(),
        cards.text().lines().flatMap(line -> card(line.strip())).toList());
  }

  private static Stream<Nvidia.Card> card(String line) {
    Matcher card = CARD.matcher(line);
    return card.matches()
        ? Stream.of(
            new Nvidia.Card(
                card.group(1),
                card.group(2),
                card.group(3),
                card.group(5) == null ? 0 : capability(card.group(5), card.group(6)),
                card.group(4)))
        : Stream.empty();
  }

  private static int capability(String major, String minor) {
    return 10 * Integer.parseInt(major) + Integer.parseInt(minor);
  }
}
