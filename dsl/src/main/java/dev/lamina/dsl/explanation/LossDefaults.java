package dev.lamina.dsl.explanation;

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
import java.util.Map;
import java.util.Set;

/** Each loss with every option at its default, and what DL4J's own of the same name does. */
final class LossDefaults implements Loss.Cases<Defaults> {

  private static final String NONE = Settings.MISSING;
  private static final String SUM = "the sum over outputs: n times the gradient";

  @Override
  public Defaults meanSquaredError(MeanSquaredError loss) {
    return of(new MeanSquaredError(), Settings.SAME);
  }

  @Override
  public Defaults absoluteError(AbsoluteError loss) {
    return of(new AbsoluteError(), Settings.SAME);
  }

  @Override
  public Defaults meanAbsolutePercentageError(MeanAbsolutePercentageError loss) {
    return of(new MeanAbsolutePercentageError(), "a target of 0 gives infinity");
  }

  @Override
  public Defaults meanSquaredLogarithmicError(MeanSquaredLogarithmicError loss) {
    return of(new MeanSquaredLogarithmicError(), "a target below -1 gives NaN");
  }

  @Override
  public Defaults huber(Huber loss) {
    return of(new Huber(), NONE);
  }

  @Override
  public Defaults logCosh(LogCosh loss) {
    return of(new LogCosh(), NONE);
  }

  @Override
  public Defaults poisson(Poisson loss) {
    return of(new Poisson(), SUM + "; takes outputs below 0, and gives NaN");
  }

  @Override
  public Defaults hinge(Hinge loss) {
    return of(new Hinge(), SUM + "; takes targets of 0 and 1");
  }

  @Override
  public Defaults squaredHinge(SquaredHinge loss) {
    return of(new SquaredHinge(), SUM + "; takes targets of 0 and 1");
  }

  @Override
  public Defaults cosineSimilarity(CosineSimilarity loss) {
    return of(new CosineSimilarity(), Settings.SAME);
  }

  @Override
  public Defaults binaryCrossEntropy(BinaryCrossEntropy loss) {
    return of(
        new BinaryCrossEntropy(),
        SUM + "; no gradient where it is confident and wrong (|z| > 17 in float32)");
  }

  @Override
  public Defaults binaryFocalCrossEntropy(BinaryFocalCrossEntropy loss) {
    return of(new BinaryFocalCrossEntropy(), NONE);
  }

  @Override
  public Defaults categoricalCrossEntropy(CategoricalCrossEntropy loss) {
    return of(
        new CategoricalCrossEntropy(),
        "the reported loss stops at 23.03; targets that sum to anything are taken");
  }

  @Override
  public Defaults categoricalFocalCrossEntropy(CategoricalFocalCrossEntropy loss) {
    return of(new CategoricalFocalCrossEntropy(), NONE);
  }

  @Override
  public Defaults sparseCategoricalCrossEntropy(SparseCategoricalCrossEntropy loss) {
    return of(
        new SparseCategoricalCrossEntropy(),
        "takes a class that does not exist, and learns from it");
  }

  @Override
  public Defaults klDivergence(KlDivergence loss) {
    return of(new KlDivergence(), "targets of 0 count as 1e-5");
  }

  /** The options of losses are all beyond what DL4J knows. */
  private static Defaults of(Record value, String dl4j) {
    return new Defaults(
        value,
        Set.of(),
        Map.of(
            Defaults.WORD,
            dl4j,
            "delta",
            NONE,
            "labelSmoothing",
            NONE,
            "gamma",
            NONE,
            "alpha",
            NONE));
  }
}
