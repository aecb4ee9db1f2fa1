package dev.lamina.compiler.lowering.step;

import dev.lamina.compiler.plan.Plan;
import dev.lamina.dsl.training.Precision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The arrays that a program of calls works on, for a batch of fixed size. */
final class Buffers implements AutoCloseable {

  private final DataType type;
  private final int rows;
  private final List<INDArray> owned = new ArrayList<>();
  private final Map<Integer, INDArray> scratches = new HashMap<>();

  private Buffers(DataType type, int rows) {
    this.type = type;
    this.rows = rows;
  }

  /** What is laid out on buffers for so many rows of a plan, which are closed if that fails. */
  static <T> T lay(Plan plan, int rows, Function<Buffers, T> program) {
    boolean isDouble = plan.training().precision() == Precision.FLOAT64;
    Buffers buffers = new Buffers(isDouble ? DataType.DOUBLE : DataType.FLOAT, rows);
    try {
      return program.apply(buffers);
    } catch (RuntimeException | Error failure) {
      buffers.close();
      throw failure;
    }
  }

  /** How many samples the batch has. */
  int rows() {
    return rows;
  }

  /**
   * So many numbers for each sample, row by row: ND4J's operations on them are up to 60 times as
   * fast as on columns.
   */
  INDArray batch(int width) {
    return own(Nd4j.create(type, new long[] {rows, width}, 'c'));
  }

  /** A batch whose numbers are used by the calls that follow at once, and by no others. */
  INDArray scratch(int width) {
    return scratches.computeIfAbsent(width, this::batch);
  }

  /** One number for each unit. */
  INDArray row(int width) {
    return own(Nd4j.create(type, new long[] {1, width}, 'c'));
  }

  /** As many as those of an array, in its order. */
  INDArray like(INDArray array) {
    return own(Nd4j.create(type, array.shape(), array.ordering()));
  }

  /** One row of as many ones as there are samples: its product with a batch sums over samples. */
  INDArray ones() {
    return filled(new long[] {1, rows}, 1);
  }

  /** A constant. */
  INDArray filled(long[] shape, double value) {
    return own(Nd4j.valueArrayOf(shape, value, type));
  }

  private INDArray own(INDArray array) {
    owned.add(array);
    return array;
  }

  @Override
  public void close() {
    owned.forEach(INDArray::close);
  }
}
