package dev.lamina.integration.parity;

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
import java.util.Optional;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossCosineProximity;
import org.nd4j.linalg.lossfunctions.impl.LossHinge;
import org.nd4j.linalg.lossfunctions.impl.LossKLD;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMAPE;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.lossfunctions.impl.LossMSLE;
import org.nd4j.linalg.lossfunctions.impl.LossPoisson;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossSquaredHinge;

/** DL4J's own loss of the same name; it knows no label smoothing. */
final class Dl4jLosses implements Loss.Cases<Optional<ILossFunction>> {

  @Override
  public Optional<ILossFunction> meanSquaredError(MeanSquaredError loss) {
    return Optional.of(new LossMSE());
  }

  @Override
  public Optional<ILossFunction> absoluteError(AbsoluteError loss) {
    return Optional.of(new LossMAE());
  }

  @Override
  public Optional<ILossFunction> meanAbsolutePercentageError(MeanAbsolutePercentageError loss) {
    return Optional.of(new LossMAPE());
  }

  @Override
  public Optional<ILossFunction> meanSquaredLogarithmicError(MeanSquaredLogarithmicError loss) {
    return Optional.of(new LossMSLE());
  }

  @Override
  public Optional<ILossFunction> huber(Huber loss) {
    return Optional.empty();
  }

  @Override
  public Optional<ILossFunction> logCosh(LogCosh loss) {
    return Optional.empty();
  }

  @Override
  public Optional<ILossFunction> poisson(Poisson loss) {
    return Optional.of(new LossPoisson());
  }

  @Override
  public Optional<ILossFunction> hinge(Hinge loss) {
    return Optional.of(new LossHinge());
  }

  @Override
  public Optional<ILossFunction> squaredHinge(SquaredHinge loss) {
    return Optional.of(new LossSquaredHinge());
  }

  @Override
  public Optional<ILossFunction> cosineSimilarity(CosineSimilarity loss) {
    return Optional.of(new LossCosineProximity());
  }

  @Override
  public Optional<ILossFunction> binaryCrossEntropy(BinaryCrossEntropy loss) {
    return loss.labelSmoothing() == 0 ? Optional.of(new LossBinaryXENT()) : Optional.empty();
  }

  @Override
  public Optional<ILossFunction> binaryFocalCrossEntropy(BinaryFocalCrossEntropy loss) {
    return Optional.empty();
  }

  @Override
  public Optional<ILossFunction> categoricalCrossEntropy(CategoricalCrossEntropy loss) {
    return loss.labelSmoothing() == 0 ? Optional.of(new LossMCXENT()) : Optional.empty();
  }

  @Override
  public Optional<ILossFunction> categoricalFocalCrossEntropy(CategoricalFocalCrossEntropy loss) {
    return Optional.empty();
  }

  @Override
  public Optional<ILossFunction> sparseCategoricalCrossEntropy(SparseCategoricalCrossEntropy loss) {
    return loss.labelSmoothing() == 0 ? Optional.of(new LossSparseMCXENT()) : Optional.empty();
  }

  @Override
  public Optional<ILossFunction> klDivergence(KlDivergence loss) {
    return Optional.of(new LossKLD());
  }
}
