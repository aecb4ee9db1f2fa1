package dev.lamina.compiler.lowering;

import dev.lamina.compiler.lowering.loss.LogitBinaryCrossEntropy;
import dev.lamina.compiler.lowering.loss.LogitBinaryFocalCrossEntropy;
import dev.lamina.compiler.lowering.loss.LogitCategoricalCrossEntropy;
import dev.lamina.compiler.lowering.loss.LogitCategoricalFocalCrossEntropy;
import dev.lamina.compiler.lowering.loss.LogitKlDivergence;
import dev.lamina.compiler.lowering.loss.LogitSparseCategoricalCrossEntropy;
import dev.lamina.compiler.lowering.loss.OutputAbsoluteError;
import dev.lamina.compiler.lowering.loss.OutputCosineSimilarity;
import dev.lamina.compiler.lowering.loss.OutputHinge;
import dev.lamina.compiler.lowering.loss.OutputHuber;
import dev.lamina.compiler.lowering.loss.OutputLogCosh;
import dev.lamina.compiler.lowering.loss.OutputLogarithmicError;
import dev.lamina.compiler.lowering.loss.OutputPercentageError;
import dev.lamina.compiler.lowering.loss.OutputPoisson;
import dev.lamina.compiler.lowering.loss.OutputSquaredHinge;
import dev.lamina.dsl.loss.AbsoluteError;
import dev.lamina.dsl.loss.BinaryCrossEntropy;
import dev.lamina.dsl.loss.BinaryFocalCrossEntropy;
import dev.lamina.dsl.loss.CategoricalCrossEntropy;
import dev.lamina.dsl.loss.CategoricalFocalCrossEntropy;
import dev.lamina.dsl.loss.CosineSimilarity;
import dev.lamina.dsl.loss.Hinge;
import dev.lamina.dsl.loss.Huber;
import dev.lamina.dsl.loss.KlDivergence;
import dev.lamina.dsl.loss.LogCosh;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.loss.MeanAbsolutePercentageError;
import dev.lamina.dsl.loss.MeanSquaredError;
import dev.lamina.dsl.loss.MeanSquaredLogarithmicError;
import dev.lamina.dsl.loss.Poisson;
import dev.lamina.dsl.loss.SparseCategoricalCrossEntropy;
import dev.lamina.dsl.loss.SquaredHinge;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** The ND4J loss that means the same as a loss of Lamina. */
final class LossLowering implements Loss.Cases<ILossFunction> {

  @Override
  public ILossFunction meanSquaredError(MeanSquaredError loss) {
    return new LossMSE();
  }

  @Override
  public ILossFunction absoluteError(AbsoluteError loss) {
    return new OutputAbsoluteError();
  }

  @Override
  public ILossFunction meanAbsolutePercentageError(MeanAbsolutePercentageError loss) {
    return new OutputPercentageError();
  }

  @Override
  public ILossFunction meanSquaredLogarithmicError(MeanSquaredLogarithmicError loss) {
    return new OutputLogarithmicError();
  }

  @Override
  public ILossFunction huber(Huber loss) {
    return new OutputHuber(loss.delta());
  }

  @Override
  public ILossFunction logCosh(LogCosh loss) {
    return new OutputLogCosh();
  }

  /** ND4J's own sums over outputs, as those of hinge and squared hinge do. */
  @Override
  public ILossFunction poisson(Poisson loss) {
    return new OutputPoisson();
  }

  @Override
  public ILossFunction hinge(Hinge loss) {
    return new OutputHinge();
  }

  @Override
  public ILossFunction squaredHinge(SquaredHinge loss) {
    return new OutputSquaredHinge();
  }

  @Override
  public ILossFunction cosineSimilarity(CosineSimilarity loss) {
    return new OutputCosineSimilarity();
  }

  /** ND4J's own sums over outputs and loses the gradient of confident errors. */
  @Override
  public ILossFunction binaryCrossEntropy(BinaryCrossEntropy loss) {
    return new LogitBinaryCrossEntropy(loss.labelSmoothing());
  }

  /** Without alpha both classes weigh 1. */
  @Override
  public ILossFunction binaryFocalCrossEntropy(BinaryFocalCrossEntropy loss) {
    double positive = loss.alpha().orElse(1);
    double negative = loss.alpha().isPresent() ? 1 - positive : 1;
    return new LogitBinaryFocalCrossEntropy(loss.gamma(), positive, negative);
  }

  /** ND4J's own caps the loss at 23. */
  @Override
  public ILossFunction categoricalCrossEntropy(CategoricalCrossEntropy loss) {
    return new LogitCategoricalCrossEntropy(loss.labelSmoothing());
  }

  @Override
  public ILossFunction categoricalFocalCrossEntropy(CategoricalFocalCrossEntropy loss) {
    return new LogitCategoricalFocalCrossEntropy(loss.gamma(), loss.alpha(), loss.labelSmoothing());
  }

  @Override
  public ILossFunction sparseCategoricalCrossEntropy(SparseCategoricalCrossEntropy loss) {
    return new LogitSparseCategoricalCrossEntropy(loss.labelSmoothing());
  }

  /** ND4J's own clips targets of 0. */
  @Override
  public ILossFunction klDivergence(KlDivergence loss) {
    return new LogitKlDivergence();
  }
}
