package dev.lamina.training.backend;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A machine as ND4J's code for CUDA sees it.
 *
 * <p>Machine code for 8.6 runs on 8.9 too, but none of it on 9.0. ND4J by itself takes it wherever
 * it sees a card, and fails at its first kernel.
 *
 * @param code that code
 * @param nvidia the driver and all cards
 * @param visible the cards that this process may use
 * @param missing NVIDIA's libraries that the code needs and that are not there
 */
public record CudaMachine(
    CudaCode code, Nvidia nvidia, List<Nvidia.Card> visible, List<String> missing) {

  private static final String CPU = "let the CPU compute, by `-Dlamina.backend=cpu`";

  /** Copies the lists. */
  public CudaMachine {
    visible = List.copyOf(visible);
    missing = List.copyOf(missing);
  }

  /** The one here. */
  public static CudaMachine here() {
    CudaCode code = CudaCode.here();
    Nvidia nvidia = Nvidia.here();
    return new CudaMachine(
        code,
        nvidia,
        nvidia.visible(System.getenv()),
        CudaLibraries.here().missing(code.needsCudnn()));
  }

  /** Where there is no code, so that nothing else was looked at. */
  static CudaMachine none() {
    return new CudaMachine(CudaCode.none(), Nvidia.NONE, List.of(), List.of());
  }

  /** What keeps CUDA from computing here, or whether it does is not known. */
  public Optional<Obstacle> obstacle() {
    return certainObstacle().or(this::doubt);
  }

  /** The same, without what is not known: whoever asks for CUDA may know better. */
  Optional<Obstacle> certainObstacle() {
    return code.obstacle().or(this::cardObstacle).or(this::library);
  }

  /** What about the driver or the cards does, whether or not the code is there. */
  public Optional<Obstacle> cardObstacle() {
    return driver().or(this::noCard).or(this::oldDriver).or(this::otherArchitecture);
  }

  /** The cards that this process may use, such as {@code NVIDIA L4 (compute capability 8.9)}. */
  String cards() {
    return visible.stream().map(CudaMachine::described).collect(joining(", "));
  }

  private Optional<Obstacle> driver() {
    if (nvidia.complaint().isPresent()) {
      String said = nvidia.complaint().get().lines().map(String::strip).collect(joining(" "));
      return found("NVIDIA's driver is there but says: " + said, "mend the driver");
    }
    return nvidia.isThere()
        ? Optional.empty()
        : found("there is no NVIDIA driver", "install one where there is a card");
  }

  private Optional<Obstacle> noCard() {
    if (!visible.isEmpty()) {
      return Optional.empty();
    }
    return nvidia.cards().isEmpty()
        ? found("NVIDIA's driver sees no card", "see whether the card sits and has power")
        : found(
            "the environment variable CUDA_VISIBLE_DEVICES hides "
                + nvidia.cards().stream().map(Nvidia.Card::name).collect(joining(", ")),
            "unset it, or name a card in it");
  }

  private Optional<Obstacle> oldDriver() {
    String version = visible.get(0).driver();
    int oldest = platform().oldestDriver();
    return ordinal(version) >= oldest
        ? Optional.empty()
        : found(
            "NVIDIA's driver %s is too old for CUDA %s".formatted(version, CudaCode.VERSION),
            "install driver %d.%d or later".formatted(oldest / 100, oldest % 100));
  }

  /** 45080 for version 450.80.02. */
  private static int ordinal(String version) {
    String[] parts = (version + ".0").split("\\.", -1);
    return 100 * Integer.parseInt(parts[0]) + Math.min(99, Integer.parseInt(parts[1]));
  }

  private Optional<Obstacle> otherArchitecture() {
    List<Nvidia.Card> wrong = cardsThat(card -> card.isKnown() && !platform().runsOn(card));
    if (wrong.isEmpty()) {
      return Optional.empty();
    }
    List<Nvidia.Card> right = cardsThat(platform()::runsOn);
    String cards = wrong.stream().map(Nvidia.Card::name).distinct().collect(joining(" and "));
    String capabilities =
        wrong.stream().map(Nvidia.Card::capabilityText).distinct().collect(joining(" and "));
    String text =
        "%s %s compute capability %s, and ND4J's CUDA %s code runs on %s only"
            .formatted(
                cards,
                wrong.size() > 1 ? "have" : "has",
                capabilities,
                CudaCode.VERSION,
                platform().range());
    return right.isEmpty()
        ? found(text, CPU)
        : found(
            text + ", such as " + right.get(0).name(),
            "show CUDA the other cards only, by the environment variable CUDA_VISIBLE_DEVICES="
                + right.stream().map(Nvidia.Card::id).collect(joining(",")));
  }

  private Optional<Obstacle> library() {
    return missing.isEmpty()
        ? Optional.empty()
        : found(
            "NVIDIA's "
                + missing.stream().map(each -> "`" + each + "`").collect(joining(", "))
                + (missing.size() > 1 ? " are" : " is")
                + " not found",
            "install CUDA 11.6"
                + (missing.stream().anyMatch(each -> each.contains("cudnn")) ? " and cuDNN 8" : "")
                + ", or add `org.bytedeco:cuda:11.6-8.3-1.5.7` with the classifier `%s-redist`"
                    .formatted(code.platform()));
  }

  private Optional<Obstacle> doubt() {
    List<Nvidia.Card> unknown = cardsThat(card -> !card.isKnown());
    return unknown.isEmpty()
        ? Optional.empty()
        : found(
            "NVIDIA's driver %s does not say what compute capability %s has"
                .formatted(unknown.get(0).driver(), unknown.get(0).name()),
            "install a newer driver, or, if it is within %s, set `-Dlamina.backend=cuda`"
                .formatted(platform().range()));
  }

  private List<Nvidia.Card> cardsThat(Predicate<Nvidia.Card> are) {
    return visible.stream().filter(are).toList();
  }

  private CudaPlatform platform() {
    return CudaPlatform.of(code.platform());
  }

  private static String described(Nvidia.Card card) {
    return card.isKnown()
        ? card.name() + " (compute capability " + card.capabilityText() + ")"
        : card.name();
  }

  private static Optional<Obstacle> found(String text, String fix) {
    return Optional.of(new Obstacle(text, fix));
  }
}
