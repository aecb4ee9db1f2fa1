package dev.lamina.training.model;

import dev.lamina.training.data.Preprocessing;
import java.util.Optional;

/**
 * The class that a network predicts for one sample.
 *
 * @param index the class, counted from 0
 * @param label the name of the class, where the training data had names
 * @param probability how probable the network takes it to be, in [0, 1]
 */
public record Classification(int index, Optional<String> label, double probability) {

  /** Of a class without a name. */
  public Classification(int index, double probability) {
    this(index, Optional.empty(), probability);
  }

  /** The same class by its name, if it has one. */
  Classification named(Preprocessing preprocessing) {
    return new Classification(index, preprocessing.label(index), probability);
  }

  /** Reads softmax outputs, one for each class, or a single sigmoid output, that of class 1. */
  static Classification of(double[] outputs) {
    if (outputs.length == 1) {
      double one = outputs[0];
      return one > 0.5 ? new Classification(1, one) : new Classification(0, 1 - one);
    }
    int best = 0;
    for (int i = 1; i < outputs.length; i++) {
      best = outputs[i] > outputs[best] ? i : best;
    }
    return new Classification(best, outputs[best]);
  }
}
