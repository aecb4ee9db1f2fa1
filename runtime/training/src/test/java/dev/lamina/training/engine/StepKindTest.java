package dev.lamina.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepKindTest {

  @Test
  void theCpuRunsCompiledSteps() {
    StepKind here = StepKind.here();

    assertThat(here).isEqualTo(StepKind.COMPILED);
  }

  @Test
  void dl4jComputesWhereArraysAreNotInTheMemoryOfTheHost() {
    StepKind elsewhere = StepKind.on(false);

    assertThat(elsewhere).isEqualTo(StepKind.DL4J);
  }
}
