package dev.lamina.compiler.lowering.step;

import dev.lamina.compiler.lowering.ScoreLowering;
import dev.lamina.compiler.plan.Operation;
import dev.lamina.dsl.activation.Linear;
import dev.lamina.dsl.activation.Softmax;
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
import dev.lamina.dsl.loss.TargetKind;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The fused formula of the losses that most networks have; of the others there is none, and they
 * are computed as DL4J's own step does.
 *
 * @param score activation and loss
 * @param width how many outputs
 */
record HeadLowering(Operation.Score score, int width) implements Loss.Cases<Optional<RowLoss>> {

  /** What compares the outputs of these logits. */
  Head head(Buffers buffers, ScoreLowering lowered, INDArray logits) {
    Optional<RowLoss> fused = score.loss().accept(this);
    INDArray slope = buffers.batch(width);
    int targets = score.loss().targets() == TargetKind.CLASS_INDEX ? 1 : width;
    return fused
        .<Head>map(formula -> new FusedHead(formula, logits, slope))
        .orElseGet(
            () ->
                new Dl4jHead(lowered, logits, slope, buffers.batch(targets), buffers.batch(width)));
  }

  @Override
  public Optional<RowLoss> categoricalCrossEntropy(CategoricalCrossEntropy loss) {
    return Optional.of(new SoftmaxRow(width, temperature(), loss.labelSmoothing(), false));
  }

  @Override
  public Optional<RowLoss> sparseCategoricalCrossEntropy(SparseCategoricalCrossEntropy loss) {
    return Optional.of(new SoftmaxRow(width, temperature(), loss.labelSmoothing(), true));
  }

  @Override
  public Optional<RowLoss> binaryCrossEntropy(BinaryCrossEntropy loss) {
    return Optional.of(new SigmoidRow(width, loss.labelSmoothing()));
  }

  @Override
  public Optional<RowLoss> meanSquaredError(MeanSquaredError loss) {
    return score.activation() instanceof Linear
        ? Optional.of(new SquaredRow(width))
        : Optional.empty();
  }

  @Override
  public Optional<RowLoss> absoluteError(AbsoluteError loss) {
    return Optional.empty();
  }

  @Override
  public Optional<RowLoss> meanAbsolutePercentageError(MeanAbsolutePercentageError loss) {
    return Optional.empty();
  }

  @Override
  public Optional<RowLoss> meanSquaredLogarithmicError(MeanSquaredLogarithmicError loss) {
    return Optional.empty();
  }

  @Override
  public Optional<RowLoss> huber(Huber loss) {
    return Optional.empty();
  }

  @Override
  public Optional<RowLoss> logCosh(LogCosh loss) {
    return Optional.empty();
  }

  @Override
  public Optional<RowLoss> poisson(Poisson loss) {
    return Optional.empty();
  }

  @Override
  public Optional<RowLoss> hinge(Hinge loss) {
    return Optional.empty();
  }

  @Override
  public Optional<RowLoss> squaredHinge(SquaredHinge loss) {
    return Optional.empty();
  }

  @Override
  public Optional<RowLoss> cosineSimilarity(CosineSimilarity loss) {
    return Optional.empty();
  }

  @Override
  public Optional<RowLoss> binaryFocalCrossEntropy(BinaryFocalCrossEntropy loss) {
    return Optional.empty();
  }

  @Override
  public Optional<RowLoss> categoricalFocalCrossEntropy(CategoricalFocalCrossEntropy loss) {
    return Optional.empty();
  }

  @Override
  public Optional<RowLoss> klDivergence(KlDivergence loss) {
    return Optional.empty();
  }

  private double temperature() {
    return score.activation() instanceof Softmax softmax ? softmax.temperature() : 1;
  }
}
