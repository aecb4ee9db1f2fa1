package dev.lamina.compiler.lowering;

import dev.lamina.compiler.lowering.loss.LogitBinaryCrossEntropy;
import dev.lamina.compiler.lowering.loss.LogitCategoricalCrossEntropy;
import dev.lamina.compiler.lowering.loss.LogitSparseCategoricalCrossEntropy;
import dev.lamina.dsl.loss.BinaryCrossEntropy;
import dev.lamina.dsl.loss.CategoricalCrossEntropy;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.loss.MeanSquaredError;
import dev.lamina.dsl.loss.SparseCategoricalCrossEntropy;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** The ND4J loss that means the same as a loss of Lamina. */
final class LossLowering implements Loss.Cases<ILossFunction> {

  @Override
  public ILossFunction meanSquaredError(MeanSquaredError loss) {
    return new LossMSE();
  }

  /** ND4J's own sums over outputs and loses the gradient of confident errors. */
  @Override
  public ILossFunction binaryCrossEntropy(BinaryCrossEntropy loss) {
    return new LogitBinaryCrossEntropy();
  }

  /** ND4J's own caps the loss at 23. */
  @Override
  public ILossFunction categoricalCrossEntropy(CategoricalCrossEntropy loss) {
    return new LogitCategoricalCrossEntropy();
  }

  @Override
  public ILossFunction sparseCategoricalCrossEntropy(SparseCategoricalCrossEntropy loss) {
    return new LogitSparseCategoricalCrossEntropy();
  }
}
