package dev.lamina.compiler.lowering.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.clip.ClipByValue;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The rectifier with a ceiling of 6.
 *
 * <p>{@code f(x) = min(max(x, 0), 6)}; its derivative is 1 for {@code 0 < x < 6}, else 0. DL4J's
 * own turns NaN into 6, which hides that training has failed. Krizhevsky, Convolutional Deep Belief
 * Networks on CIFAR-10, 2010.
 */
public final class ExactRelu6 extends PointwiseFunction {

  private static final long serialVersionUID = 1L;

  /** The function; it has no options. */
  public ExactRelu6() {}

  @Override
  INDArray values(INDArray in) {
    return Nd4j.exec(new ClipByValue(in, 0, 6))[0];
  }

  @Override
  INDArray slopes(INDArray in) {
    return in.gt(0).castTo(in.dataType()).muli(in.lt(6).castTo(in.dataType()));
  }
}
