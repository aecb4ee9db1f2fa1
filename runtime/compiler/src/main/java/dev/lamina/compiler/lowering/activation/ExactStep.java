package dev.lamina.compiler.lowering.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.clip.ClipByValue;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The step of the perceptron.
 *
 * <p>{@code f(x) = 0} for {@code x < 0}, 1 for {@code x >= 0}; its derivative is 0. DL4J has none.
 * Rosenblatt, The Perceptron: A Probabilistic Model for Information Storage and Organization in the
 * Brain, 1958.
 */
public final class ExactStep extends PointwiseFunction {

  private static final long serialVersionUID = 1L;

  /** The function; it has no options. */
  public ExactStep() {}

  /** The first term is 0, but for NaN, which no comparison shows. */
  @Override
  INDArray values(INDArray in) {
    INDArray nothing = Nd4j.exec(new ClipByValue(in, -1, 1))[0].muli(0);
    return nothing.addi(in.gte(0).castTo(in.dataType()));
  }

  @Override
  INDArray slopes(INDArray in) {
    return Nd4j.zerosLike(in);
  }
}
