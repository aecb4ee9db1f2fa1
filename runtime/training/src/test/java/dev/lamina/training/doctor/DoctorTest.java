package dev.lamina.training.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.ChildJvm;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DoctorTest {

  @Test
  void theMachineHereComputesAndDoesSoRightly() {
    Machine here = Machine.here();

    assertThat(here.backend().failure()).isEmpty();
    assertThat(here.backend().missing()).isEmpty();
    assertThat(here.backend().loaded().orElseThrow().backend()).isEqualTo("CpuBackend");
    assertThat(here.trial().orElseThrow().difference()).isLessThan(1e-12);
    assertThat(here.trial().orElseThrow().milliseconds()).isBetween(1e-3, 1e3);
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
