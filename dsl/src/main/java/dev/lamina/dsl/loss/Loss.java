package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.OutputReader;
import java.util.OptionalInt;

/**
 * What training minimizes: a number for each sample that says how far its prediction p is from its
 * target y, averaged over the samples.
 */
public sealed interface Loss extends OutputReader
    permits MeanSquaredError,
        AbsoluteError,
        MeanAbsolutePercentageError,
        MeanSquaredLogarithmicError,
        Huber,
        LogCosh,
        Poisson,
        Hinge,
        SquaredHinge,
        CosineSimilarity,
        BinaryCrossEntropy,
        BinaryFocalCrossEntropy,
        CategoricalCrossEntropy,
        CategoricalFocalCrossEntropy,
        SparseCategoricalCrossEntropy,
        KlDivergence {

  /** What a target says. */
  TargetKind targets();

  /** Calls the method for this loss. */
  <R> R accept(Cases<R> cases);

  /** How many numbers the target of one sample holds where the network has {@code outputs}. */
  default int targetWidth(int outputs) {
    return targets() == TargetKind.CLASS_INDEX ? 1 : outputs;
  }

  /** How many classes its targets tell apart where the network has {@code outputs}, if any. */
  default OptionalInt classes(int outputs) {
    return switch (targets()) {
      case CLASS_INDEX, ONE_HOT, DISTRIBUTION -> OptionalInt.of(outputs);
      case PROBABILITIES, SIGNS -> outputs == 1 ? OptionalInt.of(2) : OptionalInt.empty();
      case NUMBERS, NOT_ZERO, ABOVE_MINUS_ONE, NOT_NEGATIVE -> OptionalInt.empty();
    };
  }

  /** Handles each loss. */
  interface Cases<R> {

    /** Mean of (p - y)^2. */
    R meanSquaredError(MeanSquaredError loss);

    /** Mean of |p - y|. */
    R absoluteError(AbsoluteError loss);

    /** Mean of 100 |p - y| / |y|. */
    R meanAbsolutePercentageError(MeanAbsolutePercentageError loss);

    /** Mean of (log(1 + p) - log(1 + y))^2. */
    R meanSquaredLogarithmicError(MeanSquaredLogarithmicError loss);

    /** Quadratic for errors up to delta, linear beyond. */
    R huber(Huber loss);

    /** Mean of log(cosh(p - y)). */
    R logCosh(LogCosh loss);

    /** Mean of p - y log p. */
    R poisson(Poisson loss);

    /** Mean of max(0, 1 - y p). */
    R hinge(Hinge loss);

    /** Mean of max(0, 1 - y p)^2. */
    R squaredHinge(SquaredHinge loss);

    /** Minus the cosine between p and y. */
    R cosineSimilarity(CosineSimilarity loss);

    /** -[y log p + (1 - y) log(1 - p)]. */
    R binaryCrossEntropy(BinaryCrossEntropy loss);

    /** Binary cross-entropy weighed by (1 - p_t)^gamma. */
    R binaryFocalCrossEntropy(BinaryFocalCrossEntropy loss);

    /** -sum y log p, y one-hot. */
    R categoricalCrossEntropy(CategoricalCrossEntropy loss);

    /** Categorical cross-entropy weighed by (1 - p)^gamma. */
    R categoricalFocalCrossEntropy(CategoricalFocalCrossEntropy loss);

    /** -log p_y, y a class index. */
    R sparseCategoricalCrossEntropy(SparseCategoricalCrossEntropy loss);

    /** sum y log(y / p). */
    R klDivergence(KlDivergence loss);
  }
}
