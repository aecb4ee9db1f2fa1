package dev.lamina.training.doctor;

import dev.lamina.training.engine.BackendFacts;
import java.util.stream.Collectors;

/**
 * What is to be said of NVIDIA cards.
 *
 * <p>ND4J's backend for them holds machine code for the compute capabilities 3.7 to 8.6, and
 * nothing that a driver could compile for others; code for 8.6 runs on 8.9 too. ND4J takes that
 * backend wherever it sees a card, also one that it cannot run on.
 *
 * @param nvidia what the driver says
 * @param facts what is on the class path
 */
record CardDiagnosis(Nvidia nvidia, BackendFacts facts) {

  private static final String TOPIC = "CUDA";
  private static final int LOWEST = 37;
  private static final int HIGHEST = 89;

  /** The first driver, by the first part of its version, that runs programs of CUDA 11. */
  private static final int OLDEST_DRIVER = 450;

  private static final String LEAVE_OUT =
      "take `nd4j-cuda-11.6` off the class path, or set the environment variable"
          + " BACKEND_PRIORITY_CPU to 200: ND4J would take it, and fail.";

  /** What the cards are good for. */
  Finding finding() {
    if (nvidia.complaint().isPresent()) {
      return broken(nvidia.complaint().get());
    }
    if (nvidia.cards().isEmpty()) {
      return facts.cudaOnClassPath()
          ? Finding.toDo(
              TOPIC,
              "there is no NVIDIA driver, but `nd4j-cuda-11.6` is on the class path.",
              "take it off: without a card it only prints a stack trace when ND4J starts.")
          : Finding.fine(TOPIC, "there is no NVIDIA driver; the CPU computes.");
    }
    String text =
        nvidia.cards().stream().map(this::described).collect(Collectors.joining("; "))
            + nvidia.cuda().map(cuda -> "; the driver runs CUDA up to " + cuda).orElse("")
            + ".";
    boolean useless = nvidia.cards().stream().noneMatch(CardDiagnosis::runs);
    return useless && facts.cudaOnClassPath()
        ? Finding.toDo(TOPIC, text, LEAVE_OUT)
        : Finding.fine(TOPIC, text + (facts.cudaOnClassPath() ? "" : " The CPU computes."));
  }

  private Finding broken(String complaint) {
    String said = complaint.lines().map(String::strip).collect(Collectors.joining(" "));
    return Finding.toDo(
        TOPIC,
        "the NVIDIA driver is there but says: " + said,
        facts.cudaOnClassPath()
            ? "mend the driver, or " + LEAVE_OUT
            : "nothing, if the CPU shall compute; otherwise mend the driver.");
  }

  private String described(Nvidia.Card card) {
    String facts = "%s, %s, driver %s".formatted(card.name(), card.memory(), card.driver());
    if (major(card.driver()) < OLDEST_DRIVER) {
      return facts + ", which is too old for ND4J's CUDA 11.6 (450 or later)";
    }
    String capability = card.capability() / 10 + "." + card.capability() % 10;
    return runs(card)
        ? facts + ", compute capability " + capability + ", which ND4J's CUDA 11.6 code runs on"
        : facts
            + ", compute capability "
            + capability
            + ", which ND4J's CUDA 11.6 code cannot run on (3.7 to 8.9)";
  }

  private static boolean runs(Nvidia.Card card) {
    return card.capability() >= LOWEST
        && card.capability() <= HIGHEST
        && major(card.driver()) >= OLDEST_DRIVER;
  }

  private static int major(String version) {
    return Integer.parseInt(version.replaceFirst("\\..*", ""));
  }
}
