package dev.lamina.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.backend.Backend;
import dev.lamina.training.backend.BackendKind;
import org.junit.jupiter.api.Test;

class StepKindTest {

  @Test
  void theCpuRunsCompiledSteps() {
    StepKind here = StepKind.on(Backend.choose().kind());

    assertThat(here).isEqualTo(StepKind.COMPILED);
  }

  @Test
  void dl4jComputesWhereArraysAreNotInTheMemoryOfTheHost() {
    StepKind elsewhere = StepKind.on(BackendKind.CUDA);

    assertThat(elsewhere).isEqualTo(StepKind.DL4J);
  }
}
