package dev.lamina.dsl.loss;

import dev.lamina.dsl.activation.OutputReader;

/**
 * What training minimizes: a number for each sample that says how far its prediction p is from its
 * target y, averaged over the samples.
 */
public sealed interface Loss extends OutputReader
    permits MeanSquaredError,
        BinaryCrossEntropy,
        CategoricalCrossEntropy,
        SparseCategoricalCrossEntropy {

  /** What a target says. */
  TargetKind targets();

  /** Calls the method for this loss. */
  <R> R accept(Cases<R> cases);

  /** How many numbers the target of one sample holds where the network has {@code outputs}. */
  default int targetWidth(int outputs) {
    return targets() == TargetKind.CLASS_INDEX ? 1 : outputs;
  }

  /** Handles each loss. */
  interface Cases<R> {

    /** Mean of (p - y)^2. */
    R meanSquaredError(MeanSquaredError loss);

    /** -[y log p + (1 - y) log(1 - p)]. */
    R binaryCrossEntropy(BinaryCrossEntropy loss);

    /** -sum y log p, y one-hot. */
    R categoricalCrossEntropy(CategoricalCrossEntropy loss);

    /** -log p_y, y a class index. */
    R sparseCategoricalCrossEntropy(SparseCategoricalCrossEntropy loss);
  }
}
