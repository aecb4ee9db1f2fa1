package dev.lamina.compiler.lowering.updater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Java's loops over pieces against ND4J's operations over whole arrays. */
class SweepTest {

  private static final int STEPS = 4;

  /** Two whole pieces and a bit. */
  private static final int LENGTH = 2 * Sweep.PIECE + 77;

  private static final int MANY_STEPS = 1000;
  private static final long SMALLEST_OBJECT = 16;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Stream<Recurrence> recurrences() {
    return RecurrenceTest.recurrences();
  }

  @ParameterizedTest
  @MethodSource("recurrences")
  void piecesAndOperationsGiveTheSame(Recurrence recurrence) {
    List<INDArray> onHost = state(recurrence, DataType.DOUBLE);
    List<INDArray> elsewhere = state(recurrence, DataType.DOUBLE);
    INDArray inPieces = Nd4j.create(DataType.DOUBLE, LENGTH);
    INDArray whole = Nd4j.create(DataType.DOUBLE, LENGTH);
    Motion loop = recurrence.on(inPieces, onHost);
    Motion operations = recurrence.elsewhere(whole, elsewhere);

    for (int step = 1; step <= STEPS; step++) {
      inPieces.assign(gradient(step));
      whole.assign(gradient(step));
      loop.apply(0.05, step);
      operations.apply(0.05, step);

      assertSame(inPieces, whole);
    }

    for (int part = 0; part < onHost.size(); part++) {
      assertSame(onHost.get(part), elsewhere.get(part));
    }
  }

  @ParameterizedTest
  @MethodSource("recurrences")
  void aGradientWithGapsIsFollowedToo(Recurrence recurrence) {
    INDArray gaps = Nd4j.create(DataType.DOUBLE, LENGTH, 2).get(all(), NDArrayIndex.point(1));
    INDArray dense = Nd4j.create(DataType.DOUBLE, LENGTH);
    List<INDArray> state = state(recurrence, DataType.DOUBLE);
    gaps.assign(gradient(1));
    dense.assign(gradient(1));

    recurrence.on(gaps, state).apply(0.05, 1);
    recurrence.on(dense, state(recurrence, DataType.DOUBLE)).apply(0.05, 1);

    assertThat(Sweep.isOnHost(gaps, state)).isFalse();
    assertThat(Sweep.isOnHost(dense, state)).isTrue();
    assertSame(gaps, dense);
  }

  @Test
  void rowsAndColumnsAreNotMistakenForEachOther() {
    INDArray byRows = Nd4j.create(DataType.DOUBLE, new long[] {2, 3}, 'c');
    INDArray byColumns = Nd4j.create(DataType.DOUBLE, new long[] {2, 3}, 'f');
    byRows.assign(Nd4j.createFromArray(new double[][] {{1, 2, 3}, {4, 5, 6}}));

    new PolyakMomentum(0.5, 0.9).on(byRows, List.of(byColumns)).apply(0.5, 1);

    assertThat(byRows.toDoubleMatrix()).isDeepEqualTo(new double[][] {{0.5, 1, 1.5}, {2, 2.5, 3}});
    assertThat(byColumns.toDoubleMatrix()).isDeepEqualTo(byRows.toDoubleMatrix());
  }

  /** The JVM itself makes some hundred bytes once, whenever it links what was not called before. */
  @ParameterizedTest
  @CsvSource({"FLOAT", "DOUBLE"})
  void aStepLeavesNoObjectBehind(DataType type) {
    for (Recurrence recurrence : recurrences().toList()) {
      INDArray gradient = gradient(1).castTo(type);
      Motion motion = recurrence.on(gradient, state(recurrence, type));
      motion.apply(0.05, 1);
      long before = threads.getCurrentThreadAllocatedBytes();

      for (int step = 2; step < 2 + MANY_STEPS; step++) {
        motion.apply(0.05, step);
      }

      long bytes = threads.getCurrentThreadAllocatedBytes() - before;
      assertThat(bytes).as("bytes of %s", recurrence).isLessThan(MANY_STEPS * SMALLEST_OBJECT);
    }
  }

  private static void assertSame(INDArray actual, INDArray expected) {
    double[] numbers = expected.toDoubleVector();
    double largest = expected.amaxNumber().doubleValue();
    assertThat(largest).isPositive();
    assertThat(actual.toDoubleVector()).containsExactly(numbers, within(1e-12 * largest));
  }

  private static INDArrayIndex all() {
    return NDArrayIndex.all();
  }

  /** Of both signs, over six orders of magnitude, and with zeros. */
  private static INDArray gradient(int step) {
    return Nd4j.createFromArray(
        IntStream.range(0, LENGTH)
            .mapToDouble(i -> i % 10 == 0 ? 0 : Math.sin(i + step) * Math.pow(10, -(i % 7)))
            .toArray());
  }

  private static List<INDArray> state(Recurrence recurrence, DataType type) {
    return recurrence.parts().stream()
        .map(part -> Nd4j.create(type, LENGTH).assign(recurrence.start()))
        .toList();
  }
}
