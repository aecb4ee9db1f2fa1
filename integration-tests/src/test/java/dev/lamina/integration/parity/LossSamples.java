package dev.lamina.integration.parity;

import static dev.lamina.dsl.Activations.LINEAR;
import static dev.lamina.dsl.Activations.SIGMOID;
import static dev.lamina.dsl.Activations.SOFTMAX;
import static dev.lamina.dsl.Activations.SOFTPLUS;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.loss.TargetKind;

/**
 * Outputs and targets that suit a loss.
 *
 * @param output the activation that ends the network
 * @param logits what it takes
 * @param targets one row for each sample
 */
record LossSamples(Activation output, double[] logits, double[][] targets) {

  private static final double[] LOGITS = {-1.7, 0.3, 2.4, -6};

  /** Samples for this loss; no error lies on a kink. */
  static LossSamples of(Loss loss) {
    return new LossSamples(output(loss), LOGITS.clone(), targets(loss.targets()));
  }

  /** The first of these that suits. */
  private static Activation output(Loss loss) {
    for (Activation output : new Activation[] {LINEAR, SOFTPLUS, SIGMOID, SOFTMAX}) {
      if (loss.suits(output)) {
        return output;
      }
    }
    throw new IllegalStateException("No output suits " + loss);
  }

  private static double[][] targets(TargetKind kind) {
    return switch (kind) {
      case NUMBERS, NOT_ZERO -> new double[][] {{1, -0.4, 2, -6.3}, {-30, 0.9, 17, 0.2}};
      case NOT_NEGATIVE, ABOVE_MINUS_ONE -> new double[][] {{0, 1, 3, 7}, {0.5, 12, 0.01, 2}};
      case SIGNS -> new double[][] {{1, -1, 1, -1}, {-1, 1, -1, 1}};
      case PROBABILITIES -> new double[][] {{0, 1, 1, 0}, {1, 0, 0.25, 0.5}};
      case ONE_HOT, DISTRIBUTION -> new double[][] {{0, 1, 0, 0}, {0, 0, 0, 1}, {1, 0, 0, 0}};
      case CLASS_INDEX -> new double[][] {{1}, {3}, {0}};
    };
  }
}
