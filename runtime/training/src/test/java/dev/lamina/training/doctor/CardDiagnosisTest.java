package dev.lamina.training.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.backend.BackendKind;
import dev.lamina.training.backend.CudaCode;
import dev.lamina.training.backend.CudaMachine;
import dev.lamina.training.backend.Nvidia;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the doctor says of NVIDIA's cards: {@code CudaMachineTest} has all kinds of machines. */
class CardDiagnosisTest {

  private static final CudaCode NO_CODE = new CudaCode("linux-x86_64", false, List.of(), false);
  private static final Nvidia.Card L4 =
      new Nvidia.Card("NVIDIA L4", "GPU-1", "550.54.14", 89, "23034 MiB");
  private static final Nvidia.Card H200 =
      new Nvidia.Card("NVIDIA H200", "GPU-2", "580.159.03", 90, "143771 MiB");

  @Test
  void aCardThatRunsIsFine() {
    assertThat(finding(Machines.CUDA_CODE, L4))
        .isEqualTo(
            Finding.fine(
                "CUDA",
                "NVIDIA L4, 23034 MiB, driver 550.54.14, compute capability 8.9; the driver runs"
                    + " CUDA up to 12.4; ND4J's CUDA 11.6 code runs on it."));
  }

  @Test
  void aHopperCardIsNamedWithItsCapabilityAndWhatWouldRun() {
    assertThat(finding(Machines.CUDA_CODE, H200))
        .isEqualTo(
            Finding.toDo(
                "CUDA",
                "NVIDIA H200, 143771 MiB, driver 580.159.03, compute capability 9.0; the driver"
                    + " runs CUDA up to 12.4; NVIDIA H200 has compute capability 9.0, and ND4J's"
                    + " CUDA 11.6 code runs on 3.7 to 8.9 only.",
                "let the CPU compute, by `-Dlamina.backend=cpu`; or take `nd4j-cuda-11.6` off the"
                    + " class path."));
  }

  @Test
  void withoutTheCodeNothingIsToBeDoneAboutCards() {
    assertThat(finding(NO_CODE, H200).fix()).isEmpty();
    assertThat(finding(NO_CODE, H200).text()).endsWith("8.9 only; the CPU computes.");
    assertThat(finding(NO_CODE, L4))
        .isEqualTo(
            Finding.fine(
                "CUDA",
                "NVIDIA L4, 23034 MiB, driver 550.54.14, compute capability 8.9; the driver runs"
                    + " CUDA up to 12.4; `nd4j-cuda-11.6` is not on the class path, so that the CPU"
                    + " computes; with it CUDA would."));
  }

  @Test
  void theCodeWithoutADriverIsLeftOut() {
    CudaMachine machine =
        new CudaMachine(Machines.CUDA_CODE, Nvidia.NONE, List.of(), List.of("libcublas.so.11"));

    assertThat(new CardDiagnosis(machine).finding())
        .isEqualTo(
            Finding.toDo(
                "CUDA",
                "there is no NVIDIA driver.",
                "install one where there is a card; or take `nd4j-cuda-11.6` off the class path."));
  }

  @Test
  void eachBackendThatCanComputeHasALineForItsTraining() {
    Map<BackendKind, Trial> trials = new EnumMap<>(BackendKind.class);
    trials.put(BackendKind.CPU, new Trial(2e-16, 0.05, Optional.empty()));
    trials.put(BackendKind.CUDA, new Trial(Double.NaN, Double.NaN, Optional.of("no kernel image")));

    Examination examination = Diagnosis.of(Machines.with(machine(Machines.CUDA_CODE, L4), trials));

    assertThat(examination.toString())
        .contains("\n  CPU trial   weights are within 2e-16 of plain Java's; a step of")
        .contains("\n  CUDA trial  a training failed: no kernel image");
  }

  private static Finding finding(CudaCode code, Nvidia.Card card) {
    return new CardDiagnosis(machine(code, card)).finding();
  }

  private static CudaMachine machine(CudaCode code, Nvidia.Card card) {
    Nvidia nvidia = new Nvidia(Optional.empty(), Optional.of("12.4"), List.of(card));
    return new CudaMachine(code, nvidia, nvidia.cards(), List.of());
  }
}
