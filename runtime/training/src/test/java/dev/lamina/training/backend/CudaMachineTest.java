package dev.lamina.training.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Machines with NVIDIA cards and without, none of which is here. */
class CudaMachineTest {

  private static final CudaCode CODE =
      new CudaCode("linux-x86_64", true, List.of("linux-x86_64"), true);
  private static final CudaCode NONE = new CudaCode("linux-x86_64", false, List.of(), false);
  private static final CudaCode WINDOWS =
      new CudaCode("windows-x86_64", true, List.of("windows-x86_64"), true);
  private static final String ONLY = "and ND4J's CUDA 11.6 code runs on 3.7 to 8.9 only";

  private static final Nvidia.Card L4 = card("NVIDIA L4", "GPU-a1", "550.54.14", 89);
  private static final Nvidia.Card H200 = card("NVIDIA H200", "GPU-b2", "580.159.03", 90);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "Tesla K20X              | 470.256.02 |  35 | Tesla K20X has compute capability 3.5, ",
        "Tesla K80               | 470.256.02 |  37 | -",
        "GeForce GTX 750 Ti      | 535.54.03  |  50 | -",
        "Jetson TX1              | 535.54.03  |  53 | -",
        "Tesla P100-PCIE-16GB    | 535.54.03  |  60 | -",
        "Tesla V100-SXM2-16GB    | 535.54.03  |  70 | -",
        "Tesla T4                | 525.105.17 |  75 | -",
        "NVIDIA A100-SXM4-40GB   | 450.80.02  |  80 | -",
        "NVIDIA GeForce RTX 3090 | 535.54.03  |  86 | -",
        "NVIDIA GeForce RTX 4090 | 550.54.14  |  89 | -",
        "NVIDIA H200             | 580.159.03 |  90 | NVIDIA H200 has compute capability 9.0, ",
        "NVIDIA B200             | 580.65.06  | 100 | NVIDIA B200 has compute capability 10.0, ",
        "NVIDIA GeForce RTX 5090 | 580.65.06  | 120 | NVIDIA GeForce RTX 5090 has compute capability"
            + " 12.0, ",
        "NVIDIA GeForce RTX 3090 | 440.33.01  |  86 | NVIDIA's driver 440.33.01 is too old for CUDA"
            + " 11.6",
        "NVIDIA A100-SXM4-40GB   | 450.51.06  |  80 | NVIDIA's driver 450.51.06 is too old for CUDA"
            + " 11.6",
      })
  void whatKeepsEachCardFromComputingIsKnown(
      String name, String driver, int capability, String obstacle) {
    Optional<Obstacle> found =
        machine(Map.of(), card(name, "GPU-1", driver, capability)).obstacle();

    assertThat(found.map(Obstacle::text).orElse("-")).startsWith(obstacle == null ? "-" : obstacle);
  }

  @ParameterizedTest
  @CsvSource({
    "37, false",
    "50, true",
    "53, true",
    "60, false",
    "61, true",
    "70, false",
    "75, true",
    "80, false",
    "86, true",
    "89, true",
    "90, false",
  })
  void theCodeForWindowsKnowsFewerCards(int capability, boolean runs) {
    Nvidia nvidia = nvidia(card("a card", "GPU-1", "535.54.03", capability));
    CudaMachine machine = new CudaMachine(WINDOWS, nvidia, nvidia.cards(), List.of());

    assertThat(machine.obstacle().isEmpty()).isEqualTo(runs);
  }

  @Test
  void windowsNeedsALaterDriver() {
    Nvidia nvidia = nvidia(card("a card", "GPU-1", "451.48", 75));
    CudaMachine machine = new CudaMachine(WINDOWS, nvidia, nvidia.cards(), List.of());

    assertThat(machine.obstacle())
        .contains(
            new Obstacle(
                "NVIDIA's driver 451.48 is too old for CUDA 11.6",
                "install driver 452.39 or later"));
  }

  @Test
  void withoutADriverThereIsNoCard() {
    CudaMachine machine = new CudaMachine(CODE, Nvidia.NONE, List.of(), List.of());

    assertThat(machine.obstacle())
        .contains(new Obstacle("there is no NVIDIA driver", "install one where there is a card"));
  }

  @Test
  void aDriverThatComplainsIsQuotedInOneLine() {
    Nvidia nvidia =
        new Nvidia(
            Optional.of("NVIDIA-SMI has failed because\nit couldn't reach the driver."),
            Optional.empty(),
            List.of());

    assertThat(new CudaMachine(CODE, nvidia, List.of(), List.of()).obstacle())
        .contains(
            new Obstacle(
                "NVIDIA's driver is there but says: NVIDIA-SMI has failed because it couldn't reach"
                    + " the driver.",
                "mend the driver"));
  }

  @Test
  void aHopperCardIsNamedWithItsCapabilityAndTheRange() {
    assertThat(machine(Map.of(), H200).obstacle())
        .contains(
            new Obstacle(
                "NVIDIA H200 has compute capability 9.0, " + ONLY,
                "let the CPU compute, by `-Dlamina.backend=cpu`"));
  }

  @Test
  void twoCardsThatRunAreFine() {
    CudaMachine machine = machine(Map.of(), L4, card("Tesla T4", "GPU-c3", "550.54.14", 75));

    assertThat(machine.obstacle()).isEmpty();
    assertThat(machine.cards())
        .isEqualTo("NVIDIA L4 (compute capability 8.9), Tesla T4 (compute capability 7.5)");
  }

  @Test
  void ofTwoCardsTheOneThatCannotRunIsToBeHidden() {
    assertThat(machine(Map.of(), H200, L4).obstacle())
        .contains(
            new Obstacle(
                "NVIDIA H200 has compute capability 9.0, " + ONLY + ", such as NVIDIA L4",
                "show CUDA the other cards only, by the environment variable"
                    + " CUDA_VISIBLE_DEVICES=GPU-a1"));
    assertThat(machine(Map.of("CUDA_VISIBLE_DEVICES", "GPU-a1"), H200, L4).obstacle()).isEmpty();
  }

  @Test
  void twoCardsThatCannotRunAreNamedOnceIfTheyAreAlike() {
    assertThat(machine(Map.of(), H200, H200).obstacle().orElseThrow().text())
        .isEqualTo("NVIDIA H200 have compute capability 9.0, " + ONLY);
  }

  @Test
  void cardsThatAreHiddenAreNamed() {
    assertThat(machine(Map.of("CUDA_VISIBLE_DEVICES", "-1"), L4).obstacle())
        .contains(
            new Obstacle(
                "the environment variable CUDA_VISIBLE_DEVICES hides NVIDIA L4",
                "unset it, or name a card in it"));
  }

  @Test
  void librariesThatAreNotThereAreNamed() {
    CudaMachine machine =
        new CudaMachine(CODE, nvidia(L4), List.of(L4), List.of("libcublas.so.11", "libcudnn.so.8"));

    assertThat(machine.obstacle())
        .contains(
            new Obstacle(
                "NVIDIA's `libcublas.so.11`, `libcudnn.so.8` are not found",
                "install CUDA 11.6 and cuDNN 8, or add `org.bytedeco:cuda:11.6-8.3-1.5.7` with the"
                    + " classifier `linux-x86_64-redist`"));
  }

  @Test
  void codeThatIsNotThereIsNamedFirst() {
    CudaMachine none = new CudaMachine(NONE, nvidia(L4), List.of(L4), List.of());
    CudaMachine otherPlatform =
        new CudaMachine(
            new CudaCode("linux-x86_64", true, List.of(), true),
            nvidia(L4),
            List.of(L4),
            List.of());
    CudaMachine noBindings =
        new CudaMachine(
            new CudaCode("linux-x86_64", true, List.of("linux-x86_64"), false),
            nvidia(L4),
            List.of(L4),
            List.of());

    assertThat(none.obstacle().orElseThrow().text())
        .isEqualTo("`nd4j-cuda-11.6` is not on the class path");
    assertThat(otherPlatform.obstacle().orElseThrow().text())
        .isEqualTo("the class path has no native code of `nd4j-cuda-11.6` for `linux-x86_64`");
    assertThat(noBindings.obstacle().orElseThrow().text())
        .isEqualTo("the class path has no native code of `org.bytedeco:cuda` for `linux-x86_64`");
  }

  /** Whoever asks for CUDA may know better. */
  @Test
  void aCardOfWhichTheDriverTellsNothingIsADoubtOnly() {
    CudaMachine machine = machine(Map.of(), card("Tesla T4", "GPU-1", "470.57.02", 0));

    assertThat(machine.certainObstacle()).isEmpty();
    assertThat(machine.obstacle().orElseThrow().text())
        .isEqualTo("NVIDIA's driver 470.57.02 does not say what compute capability Tesla T4 has");
  }

  private static CudaMachine machine(Map<String, String> environment, Nvidia.Card... cards) {
    Nvidia nvidia = nvidia(cards);
    return new CudaMachine(CODE, nvidia, nvidia.visible(environment), List.of());
  }

  private static Nvidia nvidia(Nvidia.Card... cards) {
    return new Nvidia(Optional.empty(), Optional.of("13.0"), List.of(cards));
  }

  private static Nvidia.Card card(String name, String id, String driver, int capability) {
    return new Nvidia.Card(name, id, driver, capability, "16384 MiB");
  }
}
