package dev.lamina.training.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendChoiceTest {

  private static final CudaCode CODE =
      new CudaCode("linux-x86_64", true, List.of("linux-x86_64"), true);
  private static final CudaCode NONE = new CudaCode("linux-x86_64", false, List.of(), false);
  private static final Asked CUDA = new Asked(BackendKind.CUDA, "`-Dlamina.backend=cuda`");

  @Test
  void withoutCodeForCudaTheCpuComputesWhateverTheCards() {
    CudaMachine machine = new CudaMachine(NONE, nvidia(86), nvidia(86).cards(), List.of());

    assertThat(BackendChoice.automatic(machine))
        .isEqualTo(new BackendChoice(BackendKind.CPU, "the only one on the class path"));
  }

  @Test
  void cudaComputesWhereItCan() {
    assertThat(BackendChoice.automatic(machine(86)))
        .isEqualTo(
            new BackendChoice(BackendKind.CUDA, "as there is a card (compute capability 8.6)"));
    assertThat(BackendChoice.asked(CUDA, machine(86)))
        .isEqualTo(new BackendChoice(BackendKind.CUDA, "as `-Dlamina.backend=cuda` asks for it"));
  }

  @Test
  void onAHopperMachineTheCpuComputesAndSaysWhy() {
    assertThat(BackendChoice.automatic(machine(90)))
        .isEqualTo(
            new BackendChoice(
                BackendKind.CPU,
                "as CUDA cannot: a card has compute capability 9.0, and ND4J's CUDA 11.6 code runs"
                    + " on 3.7 to 8.9 only"));
  }

  @Test
  void whoeverAsksForCudaInVainIsToldWhyAndWhatToDo() {
    assertThatThrownBy(() -> BackendChoice.asked(CUDA, machine(90)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            CUDA cannot compute here.
              Expected what ND4J's CUDA 11.6 code runs on, since `-Dlamina.backend=cuda` asks for it, \
            but a card has compute capability 9.0, and ND4J's CUDA 11.6 code runs on 3.7 to 8.9 only.
              Fix: let the CPU compute, by `-Dlamina.backend=cpu`; or ask for nothing: then CUDA \
            computes where it can.""");
  }

  @Test
  void aCardOfWhichNothingIsKnownComputesOnlyIfSomebodyAsks() {
    assertThat(BackendChoice.automatic(machine(0)).kind()).isEqualTo(BackendKind.CPU);
    assertThat(BackendChoice.asked(CUDA, machine(0)).kind()).isEqualTo(BackendKind.CUDA);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,    -,    -,   -,    -,    -",
        "cpu,  -,    -,   -,    CPU,  `-Dlamina.backend=cpu`",
        "CUDA, -,    -,   -,    CUDA, `-Dlamina.backend=CUDA`",
        "-,    cuda, -,   -,    CUDA, `LAMINA_BACKEND=cuda`",
        "cpu,  cuda, -,   -,    CPU,  `-Dlamina.backend=cpu`",
        "-,    -,    200, -,    CPU,  `BACKEND_PRIORITY_CPU=200`",
        "-,    -,    50,  -,    -,    -",
        "-,    -,    50,  10,   CPU,  `BACKEND_PRIORITY_CPU=50`",
        "-,    cuda, 200, -,    CUDA, `LAMINA_BACKEND=cuda`",
      })
  void whatIsAskedForIsReadFromTheMostParticularPlace(
      String property, String variable, String cpu, String gpu, BackendKind kind, String how) {
    Optional<Asked> asked =
        Asked.by(
            properties(property),
            environment(
                "LAMINA_BACKEND",
                variable,
                "BACKEND_PRIORITY_CPU",
                cpu,
                "BACKEND_PRIORITY_GPU",
                gpu));

    assertThat(asked).isEqualTo(Optional.ofNullable(kind).map(each -> new Asked(each, how)));
  }

  @Test
  void aNameThatIsNoBackendsIsRefused() {
    assertThatThrownBy(() -> Asked.by(properties("gpu"), Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            No backend has this name.
              Expected `cpu` or `cuda`, but got `gpu` by `-Dlamina.backend=gpu`.
              Fix: use one of the two, or leave it out: then CUDA computes where it can, and the CPU \
            elsewhere.""");
  }

  private static Properties properties(String backend) {
    Properties properties = new Properties();
    if (backend != null) {
      properties.setProperty("lamina.backend", backend);
    }
    return properties;
  }

  private static Map<String, String> environment(String... namesAndValues) {
    Map<String, String> environment = new HashMap<>();
    for (int each = 0; each < namesAndValues.length; each += 2) {
      if (namesAndValues[each + 1] != null) {
        environment.put(namesAndValues[each], namesAndValues[each + 1]);
      }
    }
    return environment;
  }

  private static CudaMachine machine(int capability) {
    Nvidia nvidia = nvidia(capability);
    return new CudaMachine(CODE, nvidia, nvidia.cards(), List.of());
  }

  private static Nvidia nvidia(int capability) {
    return new Nvidia(
        Optional.empty(),
        Optional.of("13.0"),
        List.of(new Nvidia.Card("a card", "GPU-1", "580.159.03", capability, "8192 MiB")));
  }
}
