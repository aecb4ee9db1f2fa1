package dev.lamina.dsl.layer;

import static dev.lamina.dsl.Layers.dense;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.shape.Flat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a dense layer learns. */
class DenseParametersTest {

  @Test
  void aFrozenLayerHasTheSameNumbersButLearnsNone() {
    Dense dense = dense(3).frozen();

    List<Parameter> parameters = dense.parameters(new Flat(4));

    assertThat(parameters)
        .containsExactly(
            new Parameter("kernel", List.of(4, 3), false),
            new Parameter("bias", List.of(3), false));
    assertThat(dense.noBias().parameters(new Flat(4)))
        .containsExactly(new Parameter("kernel", List.of(4, 3), false));
  }

  @Test
  void eachNeuronHasAWeightForEachInputAndABias() {
    Dense dense = dense(3);

    List<Parameter> parameters = dense.parameters(new Flat(4));

    assertThat(parameters)
        .containsExactly(
            new Parameter("kernel", List.of(4, 3), true), new Parameter("bias", List.of(3), true));
    assertThat(dense.outputShape(new Flat(4))).isEqualTo(new Flat(3));
  }

  @Test
  void withoutBiasesThereAreWeightsOnly() {
    Dense dense = dense(3).noBias();

    List<Parameter> parameters = dense.parameters(new Flat(4));

    assertThat(parameters).containsExactly(new Parameter("kernel", List.of(4, 3), true));
  }

  @Test
  void parametersOfTheWidestLayerAreCountedWithoutOverflow() {
    Dense widest = dense(Integer.MAX_VALUE);

    ParameterCount count = ParameterCount.of(widest.parameters(new Flat(Integer.MAX_VALUE)));

    assertThat(count).isEqualTo(new ParameterCount(4_611_686_016_279_904_256L, 0));
  }
}
