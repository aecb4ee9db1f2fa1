package dev.lamina.training.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.training.ChildJvm;
import dev.lamina.training.Xor;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackendTest {

  @Test
  void theCpuIsTheOnlyOneOnThisClassPath() {
    assertThat(Backend.choose())
        .isEqualTo(new BackendChoice(BackendKind.CPU, "the only one on the class path"));
    assertThat(Backend.platform()).doesNotStartWith("cuda");
  }

  @Test
  void cudaIsRefusedWhereItIsNotOnTheClassPath() {
    assertThatThrownBy(() -> Backend.choose(BackendKind.CUDA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            """
            CUDA cannot compute here.
              Expected what ND4J's CUDA 11.6 code runs on, since `Backend.choose(CUDA)` asks for it, \
            but `nd4j-cuda-11.6` is not on the class path.
              Fix: add `org.nd4j:nd4j-cuda-11.6:1.0.0-M2.1`""");
  }

  @Test
  void whatCodeChoosesCountsMoreThanWhatTheCommandLineAsksFor()
      throws IOException, InterruptedException {
    ChildJvm child = ChildJvm.with(List.of("-Dlamina.backend=cuda"), ChooseTheCpu.class);

    assertThat(child.exitCode()).as(child.errors()).isZero();
    assertThat(child.output().lines())
        .containsExactly(
            "CPU, as `Backend.choose(CPU)` asks for it",
            "learned",
            "CPU, as `-Dlamina.backend=cpu` asks for it");
  }

  /** What the child runs. */
  static final class ChooseTheCpu {

    private ChooseTheCpu() {}

    public static void main(String[] arguments) {
      print(Backend.choose(BackendKind.CPU));
      System.out.println(
          Double.isFinite(Xor.trained().evaluate(Xor.data()).loss()) ? "learned" : "nothing");
      print(Backend.choose());
    }

    private static void print(BackendChoice choice) {
      System.out.println(choice.kind() + ", " + choice.reason());
    }
  }
}
