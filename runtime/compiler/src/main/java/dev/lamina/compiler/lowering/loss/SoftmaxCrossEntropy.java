package dev.lamina.compiler.lowering.loss;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossUtil;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Cross-entropy of softmax outputs against targets that are one weight for each class. */
abstract class SoftmaxCrossEntropy extends LogitLoss {

  private static final long serialVersionUID = 1L;

  @Override
  final Class<? extends IActivation> activation() {
    return ActivationSoftmax.class;
  }

  /** {@code -y logSoftmax(z)}; ND4J's own log-softmax op gives -Infinity for -100 in float32. */
  @Override
  INDArray losses(INDArray targets, INDArray logits) {
    INDArray shifted = logits.sub(logits.max(true, 1));
    INDArray logSum = Transforms.log(Transforms.exp(shifted, true).sum(true, 1), false);
    return shifted.rsubi(logSum).muli(targets);
  }

  @Override
  INDArray gradient(INDArray targets, INDArray logits) {
    return Transforms.softmax(logits, true).muli(targets.sum(true, 1)).subi(targets);
  }

  /** The loss is linear in the targets, so a mask, of outputs too, is a factor of the targets. */
  @Override
  final INDArray gradient(INDArray targets, INDArray logits, INDArray mask) {
    INDArray weighted = targets.dup();
    LossUtil.applyMask(weighted, mask);
    return gradient(weighted, logits);
  }
}
