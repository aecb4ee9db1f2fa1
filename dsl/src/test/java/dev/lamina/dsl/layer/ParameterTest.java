package dev.lamina.dsl.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterTest {

  @Test
  void itsSizeIsTheProductOfItsShape() {
    Parameter matrix = new Parameter("kernel", List.of(4, 3), true);
    Parameter vector = new Parameter("bias", List.of(3), true);

    assertThat(matrix.size()).isEqualTo(12);
    assertThat(vector.size()).isEqualTo(3);
  }

  @Test
  void itCopiesItsShape() {
    List<Integer> shape = new ArrayList<>(List.of(4, 3));
    Parameter matrix = new Parameter("kernel", shape, true);

    shape.set(0, 5);

    assertThat(matrix.shape()).containsExactly(4, 3);
  }

  @Test
  void countsKeepLearnedNumbersApart() {
    List<Parameter> parameters =
        List.of(
            new Parameter("kernel", List.of(4, 3), true),
            new Parameter("movingMean", List.of(5), false),
            new Parameter("bias", List.of(3), true));

    ParameterCount count = ParameterCount.of(parameters);

    assertThat(count).isEqualTo(new ParameterCount(15, 5));
    assertThat(count.total()).isEqualTo(20);
    assertThat(count.plus(new ParameterCount(1, 2))).isEqualTo(new ParameterCount(16, 7));
    assertThat(ParameterCount.of(List.of())).isEqualTo(ParameterCount.NONE);
  }
}
