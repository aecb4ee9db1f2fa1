package dev.lamina.compiler.lowering.call;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One number that native code makes of all numbers of an array, without gaps, as they are now. */
public final class Reduction {

  private final Call call;
  private final INDArray result;

  private Reduction(String operation, INDArray array) {
    INDArray vector = array.reshape(array.ordering(), new long[] {array.length()});
    this.result = Nd4j.scalar(array.dataType(), 0);
    this.call = NativeCall.of(operation, List.of(vector), result);
  }

  /** The sum of their absolute values. */
  public static Reduction norm1(INDArray array) {
    return new Reduction("reduce_norm1", array);
  }

  /** The sum of their squares. */
  public static Reduction squaredNorm(INDArray array) {
    return new Reduction("reduce_sqnorm", array);
  }

  /** The number. */
  public double value() {
    call.run();
    return result.getDouble(0);
  }
}
