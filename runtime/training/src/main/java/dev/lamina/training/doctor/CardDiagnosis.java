package dev.lamina.training.doctor;

import dev.lamina.training.backend.CudaMachine;
import dev.lamina.training.backend.Nvidia;
import dev.lamina.training.backend.Obstacle;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is to be said of NVIDIA's cards, and of ND4J's code for them.
 *
 * @param cuda both
 */
record CardDiagnosis(CudaMachine cuda) {

  private static final String TOPIC = "CUDA";
  private static final String DRIVER = "; the driver runs CUDA up to %s";
  private static final String ND4J = "ND4J's CUDA 11.6 code runs on ";

  /** What the cards are good for. */
  Finding finding() {
    return cuda.code().isThere() ? withCode() : withoutCode();
  }

  private Finding withCode() {
    Optional<Obstacle> obstacle = cuda.obstacle();
    return obstacle.isEmpty()
        ? Finding.fine(TOPIC, cards() + ND4J + (cuda.visible().size() > 1 ? "them." : "it."))
        : Finding.toDo(
            TOPIC,
            cards() + obstacle.get().text() + ".",
            obstacle.get().fix() + "; or take `nd4j-cuda-11.6` off the class path.");
  }

  private Finding withoutCode() {
    Optional<Obstacle> obstacle = cuda.cardObstacle();
    return Finding.fine(
        TOPIC,
        cards()
            + obstacle
                .map(each -> each.text() + "; the CPU computes.")
                .orElse(
                    "`nd4j-cuda-11.6` is not on the class path, so that the CPU computes; with it"
                        + " CUDA would."));
  }

  /** All of them, also those that this process may not use. */
  private String cards() {
    return cuda.nvidia().cards().isEmpty()
        ? ""
        : cuda.nvidia().cards().stream()
            .map(CardDiagnosis::described)
            .collect(
                Collectors.joining(
                    "; ", "", cuda.nvidia().cuda().map(DRIVER::formatted).orElse("") + "; "));
  }

  private static String described(Nvidia.Card card) {
    String facts = "%s, %s, driver %s".formatted(card.name(), card.memory(), card.driver());
    return card.capability() > 0 ? facts + ", compute capability " + card.capabilityText() : facts;
  }
}
