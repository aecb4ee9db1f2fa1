package dev.lamina.compiler.lowering.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What other backends than the CPU's would run, run on the CPU. */
class UsualCallTest {

  private final INDArray left = matrix(new double[][] {{1, -2, 3}, {-4, 5, -6}});
  private final INDArray right = matrix(new double[][] {{1, 2}, {3, 4}, {5, 6}});

  @Test
  void itMultipliesMatrices() {
    INDArray product = Nd4j.zeros(DataType.DOUBLE, 2, 2);

    UsualCall.of("matmul", List.of(left, right), product, new double[] {2, 0}, 0, 0, 0).run();

    // 2 (1 - 6 + 15), 2 (2 - 8 + 18), 2 (-4 + 15 - 30), 2 (-8 + 20 - 36)
    assertThat(product.data().asDouble()).containsExactly(20, 24, -38, -48);
  }

  @Test
  void itAddsARowInPlace() {
    INDArray row = Nd4j.createFromArray(10.0, 20.0, 30.0);

    UsualCall.of("biasadd", List.of(left, row), left, new double[0]).run();

    assertThat(left.data().asDouble()).containsExactly(11, 18, 33, 6, 25, 24);
  }

  @Test
  void itReadsItsArgumentsAtEachRun() {
    INDArray cut = Nd4j.zeros(DataType.DOUBLE, 2, 3);
    Call call = UsualCall.of("relu", List.of(left), cut, new double[] {0});
    call.run();
    left.negi();

    call.run();

    assertThat(cut.data().asDouble()).containsExactly(0, 2, 0, 4, 0, 6);
  }

  @Test
  void itGivesTheBitsOfThePreparedCall() {
    INDArray usual = Nd4j.zeros(DataType.DOUBLE, 2, 3);
    INDArray prepared = Nd4j.zeros(DataType.DOUBLE, 2, 3);

    UsualCall.of("sigmoid", List.of(left), usual, new double[0]).run();
    NativeCall.of("sigmoid", List.of(left), prepared).run();

    assertThat(usual.data().asDouble()).isEqualTo(prepared.data().asDouble());
  }

  private static INDArray matrix(double[][] rows) {
    return Nd4j.createFromArray(rows);
  }
}
