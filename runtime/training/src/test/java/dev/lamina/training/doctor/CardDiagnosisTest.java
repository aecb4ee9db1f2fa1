package dev.lamina.training.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Machines with NVIDIA cards, and without. */
class CardDiagnosisTest {

  private static final String RUNS = ", which ND4J's CUDA 11.6 code runs on";
  private static final String CANNOT = ", which ND4J's CUDA 11.6 code cannot run on (3.7 to 8.9)";
  private static final String LEAVE_OUT =
      "take `nd4j-cuda-11.6` off the class path, or set the environment variable"
          + " BACKEND_PRIORITY_CPU to 200: ND4J would take it, and fail.";

  @ParameterizedTest
  @CsvSource({
    "Tesla K20X, 470.256.02, 35, false",
    "Tesla K80, 470.256.02, 37, true",
    "Tesla T4, 525.105.17, 75, true",
    "NVIDIA A100-SXM4-40GB, 535.54.03, 80, true",
    "NVIDIA GeForce RTX 4090, 550.54.14, 89, true",
    "NVIDIA H200, 580.159.03, 90, false",
    "NVIDIA B200, 580.65.06, 100, false",
    "NVIDIA GeForce RTX 5090, 580.65.06, 120, false",
    "NVIDIA GeForce RTX 3090, 440.33.01, 86, false",
  })
  void whatRunsIsKnownForEachCard(String name, String driver, int capability, boolean runs) {
    Nvidia nvidia = nvidia(new Nvidia.Card(name, driver, capability, "8192 MiB"));

    Finding with = finding(nvidia, true);
    Finding without = finding(nvidia, false);

    assertThat(with.text()).startsWith(name + ", 8192 MiB, driver " + driver);
    assertThat(with.text().contains(RUNS)).isEqualTo(runs);
    assertThat(with.fix()).isEqualTo(runs ? Optional.empty() : Optional.of(LEAVE_OUT));
    assertThat(without.fix()).isEmpty();
    assertThat(without.text()).endsWith(" The CPU computes.");
  }

  @Test
  void aHopperCardIsNamedWithItsCapabilityAndWhatWouldRun() {
    Nvidia nvidia = nvidia(new Nvidia.Card("NVIDIA H200", "580.159.03", 90, "143771 MiB"));

    assertThat(finding(nvidia, true))
        .isEqualTo(
            Finding.toDo(
                "CUDA",
                "NVIDIA H200, 143771 MiB, driver 580.159.03, compute capability 9.0"
                    + CANNOT
                    + "; the driver runs CUDA up to 13.0.",
                LEAVE_OUT));
  }

  @Test
  void oneCardThatRunsIsEnough() {
    Nvidia nvidia =
        nvidia(
            new Nvidia.Card("NVIDIA H200", "580.159.03", 90, "143771 MiB"),
            new Nvidia.Card("NVIDIA L4", "580.159.03", 89, "23034 MiB"));

    Finding finding = finding(nvidia, true);

    assertThat(finding.fix()).isEmpty();
    assertThat(finding.text()).contains(CANNOT + "; NVIDIA L4").contains("8.9" + RUNS);
  }

  @Test
  void aDriverThatIsTooOldSaysSo() {
    Nvidia nvidia = nvidia(new Nvidia.Card("Tesla V100", "418.67", 0, "16160 MiB"));

    assertThat(finding(nvidia, false).text())
        .startsWith(
            "Tesla V100, 16160 MiB, driver 418.67, which is too old for ND4J's CUDA 11.6 (450 or"
                + " later);");
  }

  @Test
  void theCudaBackendWithoutADriverIsLeftOut() {
    assertThat(finding(Nvidia.NONE, true))
        .isEqualTo(
            Finding.toDo(
                "CUDA",
                "there is no NVIDIA driver, but `nd4j-cuda-11.6` is on the class path.",
                "take it off: without a card it only prints a stack trace when ND4J starts."));
  }

  @Test
  void aDriverThatComplainsIsQuoted() {
    Nvidia nvidia =
        new Nvidia(
            Optional.of("NVIDIA-SMI has failed because\nit couldn't reach the driver."),
            Optional.empty(),
            List.of());

    assertThat(finding(nvidia, false))
        .isEqualTo(
            Finding.toDo(
                "CUDA",
                "the NVIDIA driver is there but says: NVIDIA-SMI has failed because it couldn't"
                    + " reach the driver.",
                "nothing, if the CPU shall compute; otherwise mend the driver."));
    assertThat(finding(nvidia, true).fix()).contains("mend the driver, or " + LEAVE_OUT);
  }

  private static Nvidia nvidia(Nvidia.Card... cards) {
    return new Nvidia(Optional.empty(), Optional.of("13.0"), List.of(cards));
  }

  private static Finding finding(Nvidia nvidia, boolean cudaOnClassPath) {
    Machine machine = Machines.with(nvidia, cudaOnClassPath);
    return new CardDiagnosis(machine.nvidia(), machine.backend()).finding();
  }
}
