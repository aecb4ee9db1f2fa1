package dev.lamina.integration.parity;

import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.activation;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.FLOAT64;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.network.Network;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import java.util.stream.IntStream;

/**
 * Networks whose logits are set by hand: a layer of zero weights, whose biases are the logits, and
 * then an activation that is followed by the identity matrix or ends the network.
 */
final class Probe {

  private static final double[] ORIGIN = {0};

  private Probe() {}

  /** A function between two layers. */
  static Model hidden(Activation function, double[] logits) {
    int n = logits.length;
    Dense out = dense(n).noBias().initializer(zeros()).named("out");
    Network network = sequential(input(1), logits(n), activation(function), out);
    Model fresh = Model.untrained(network, training(meanSquaredError(), sgd()).precision(FLOAT64));
    return fresh.withWeights(
        fresh.weights().with("logits", "bias", logits).with("out", "kernel", identity(n)));
  }

  /** A function that ends the network, and the loss. */
  static Model last(Activation function, Loss loss, double[] logits) {
    Network network = sequential(input(1), logits(logits.length).activation(function));
    Model fresh = Model.untrained(network, training(loss, sgd()).precision(FLOAT64));
    return fresh.withWeights(fresh.weights().with("logits", "bias", logits));
  }

  /** What the network gives. */
  static double[] outputs(Model model) {
    return model.predict(ORIGIN);
  }

  /** The gradient of the loss by the logits, for samples with these targets. */
  static double[] gradient(Model model, double[][] targets) {
    return model.gradients(data(targets)).vector("logits", "bias");
  }

  /** The loss of samples with these targets. */
  static double loss(Model model, double[][] targets) {
    return model.evaluate(data(targets)).loss();
  }

  private static Dense logits(int n) {
    return dense(n).initializer(zeros()).named("logits");
  }

  private static Dataset data(double[][] targets) {
    return Dataset.of(new double[targets.length][1], targets);
  }

  private static double[][] identity(int n) {
    return IntStream.range(0, n)
        .mapToObj(i -> IntStream.range(0, n).mapToDouble(j -> i == j ? 1 : 0).toArray())
        .toArray(double[][]::new);
  }
}
