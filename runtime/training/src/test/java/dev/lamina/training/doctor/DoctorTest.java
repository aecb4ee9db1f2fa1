package dev.lamina.training.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.ChildJvm;
import dev.lamina.training.backend.BackendKind;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DoctorTest {

  @Test
  void theMachineHereComputesAndDoesSoRightly() {
    Machine here = Machine.here();

    assertThat(here.backend().failure()).isEmpty();
    assertThat(here.backend().cpu().missing()).isEmpty();
    assertThat(here.backend().loaded().orElseThrow().choice().kind()).isEqualTo(BackendKind.CPU);
    assertThat(here.trials()).containsOnlyKeys(BackendKind.CPU);
    assertThat(here.trials().get(BackendKind.CPU).difference()).isLessThan(1e-12);
    assertThat(here.trials().get(BackendKind.CPU).milliseconds()).isBetween(1e-3, 1e3);
    assertThat(here.host().processors()).isPositive();
    assertThat(here.cache().free()).isPresent();
  }

  @Test
  void anExaminationHasALineForEachFinding() {
    Examination examination = Doctor.examine();

    assertThat(examination.findings()).hasSize(10);
    assertThat(examination.toString().lines().count())
        .isEqualTo(1L + 10 + examination.fixes().size());
  }

  @Test
  void anotherBackendIsTriedInAProcessOfItsOwn() {
    Trial trial = TrialProcess.run(BackendKind.CPU);

    assertThat(trial.failure()).isEmpty();
    assertThat(trial.difference()).isLessThan(1e-12);
    assertThat(trial.milliseconds()).isBetween(1e-3, 1e3);
  }

  @Test
  void aBackendThatDoesNotRunThereSaysWhy() {
    Trial trial = TrialProcess.run(BackendKind.CUDA);

    assertThat(trial.failure().orElseThrow())
        .contains("CUDA cannot compute here.")
        .contains("`nd4j-cuda-11.6` is not on the class path");
  }

  @Test
  void whereThereIsNoBackendItSaysWhatToAdd() throws IOException, InterruptedException {
    ChildJvm child = ChildJvm.withoutBackend(Examine.class);

    assertThat(child.exitCode()).as(child.errors()).isZero();
    assertThat(child.output())
        .contains("Native code ND4J's backend for the CPU is not on the class path.")
        .contains("Fix: add `org.nd4j:nd4j-native:1.0.0-M2.1`")
        .contains("nothing was trained, as nothing computes.");
  }

  /** What the child runs. */
  static final class Examine {

    private Examine() {}

    public static void main(String[] arguments) {
      System.out.println(Doctor.examine());
    }
  }
}
