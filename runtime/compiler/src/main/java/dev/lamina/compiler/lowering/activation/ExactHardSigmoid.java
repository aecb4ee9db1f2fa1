package dev.lamina.compiler.lowering.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.clip.ClipByValue;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The piecewise linear sigmoid of Keras 3.
 *
 * <p>{@code f(x) = min(max(x / 6 + 1 / 2, 0), 1)}; its derivative is 1 / 6 for {@code -3 < x < 3},
 * else 0. DL4J's own is that of Keras 2, {@code 0.2 x + 0.5}. Howard et al., <a
 * href="https://arxiv.org/abs/1905.02244">Searching for MobileNetV3</a>, 2019.
 */
public final class ExactHardSigmoid extends PointwiseFunction {

  private static final long serialVersionUID = 1L;

  /** The function; it has no options. */
  public ExactHardSigmoid() {}

  @Override
  INDArray values(INDArray in) {
    return Nd4j.exec(new ClipByValue(in.div(6).addi(0.5), 0, 1))[0];
  }

  @Override
  INDArray slopes(INDArray in) {
    INDArray inside = in.gt(-3).castTo(in.dataType()).muli(in.lt(3).castTo(in.dataType()));
    return inside.divi(6);
  }
}
