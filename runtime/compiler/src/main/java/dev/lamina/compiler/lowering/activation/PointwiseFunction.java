package dev.lamina.compiler.lowering.activation;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An activation without options, of each number by itself; any shape. */
abstract class PointwiseFunction extends BaseActivationFunction {

  private static final long serialVersionUID = 1L;

  /** f(x), in a new array. */
  abstract INDArray values(INDArray in);

  /** f'(x), in a new array. */
  abstract INDArray slopes(INDArray in);

  /** Overwrites {@code in}, as DL4J's own do. */
  @Override
  public final INDArray getActivation(INDArray in, boolean training) {
    return in.assign(values(in));
  }

  /** Overwrites {@code in}; the pair's second half is null, as there are no parameters. */
  @Override
  public final Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
    assertShape(in, epsilon);
    return Pair.of(in.assign(slopes(in).muli(epsilon)), null);
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof PointwiseFunction that && getClass() == that.getClass();
  }

  @Override
  public final int hashCode() {
    return getClass().getSimpleName().hashCode();
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + "()";
  }
}
