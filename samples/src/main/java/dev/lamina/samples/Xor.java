package dev.lamina.samples;

import static dev.lamina.dsl.Initializers.heNormal;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Exclusive or: no line separates its points, so that one layer cannot learn it and two can. */
final class Xor implements Sample {

  private static final double[][] INPUTS = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  private static final double[] TARGETS = {0, 1, 1, 0};
  private static final String HIDDEN = "hidden_layer";
  private static final String OUTPUT = "output_layer";

  /** Most seeds do not: see {@link #seedsThatLearn}. */
  static final long SEED_THAT_LEARNS = 7;

  private static final int SEEDS = 100;
  private static final int ONE_LAYER_EPOCHS = 500;

  @Override
  public void run(PrintStream out) {
    out.println(network().summary());
    Model learned = learned(SEED_THAT_LEARNS);
    printWeights(learned, out);
    print("Learned, seed " + SEED_THAT_LEARNS, learned, out);
    out.printf("%n%d of %d seeds learn it.%n", seedsThatLearn(), SEEDS);
    print("Set by hand, with ReLU", setByHand(), out);
    print("Linear regression", linearRegression(), out);
    print("Logistic regression", logisticRegression(), out);
  }

  /** Two leaky ReLUs and a linear output. */
  static Network network() {
    return network(dense(2).leakyRelu());
  }

  static TrainingPlan plan() {
    return training(meanSquaredError(), adam(0.05)).epochs(100).batchSize(INPUTS.length);
  }

  static Model learned(long seed) {
    return trained(network(), plan().seed(seed));
  }

  /** How many seeds end with every output on the right side, and near it. */
  static long seedsThatLearn() {
    return LongStream.range(0, SEEDS).filter(seed -> worstError(learned(seed)) < 0.05).count();
  }

  /** The network that the textbook solves by hand, which is never trained. */
  static Model setByHand() {
    Model untrained = Model.untrained(network(dense(2).relu()), plan());
    return untrained.withWeights(
        untrained
            .weights()
            .with(HIDDEN, "kernel", new double[][] {{1, 1}, {1, 1}})
            .with(HIDDEN, "bias", new double[] {0, -1})
            .with(OUTPUT, "kernel", new double[][] {{1}, {-2}})
            .with(OUTPUT, "bias", new double[] {0}));
  }

  static Model linearRegression() {
    return trained(oneLayer(dense(1)), plan().epochs(ONE_LAYER_EPOCHS));
  }

  static Model logisticRegression() {
    TrainingPlan plan = training(binaryCrossEntropy(), adam(0.05)).epochs(ONE_LAYER_EPOCHS);
    return trained(oneLayer(dense(1).sigmoid()), plan);
  }

  static double[] outputs(Model model) {
    return Arrays.stream(model.predict(INPUTS)).mapToDouble(row -> row[0]).toArray();
  }

  static double worstError(Model model) {
    double[] outputs = outputs(model);
    double worst = 0;
    for (int row = 0; row < TARGETS.length; row++) {
      worst = Math.max(worst, Math.abs(outputs[row] - TARGETS[row]));
    }
    return worst;
  }

  private static Network network(Dense hidden) {
    return sequential(
            input(2), hidden.initializer(heNormal()).named(HIDDEN), dense(1).named(OUTPUT))
        .named("xor");
  }

  private static Network oneLayer(Dense layer) {
    return sequential(input(2), layer);
  }

  private static Model trained(Network network, TrainingPlan plan) {
    return Trainer.create().train(network, plan, Dataset.of(INPUTS, TARGETS)).model();
  }

  private static void printWeights(Model model, PrintStream out) {
    out.println();
    out.println("W     " + rows(model.weights().matrix(HIDDEN, "kernel")));
    out.println("c     " + numbers(model.weights().vector(HIDDEN, "bias")));
    out.println("w_out " + rows(model.weights().matrix(OUTPUT, "kernel")));
    out.println("b     " + numbers(model.weights().vector(OUTPUT, "bias")));
  }

  private static void print(String title, Model model, PrintStream out) {
    out.printf("%n%s:%n", title);
    double[] outputs = outputs(model);
    for (int row = 0; row < outputs.length; row++) {
      out.printf(
          Locale.ROOT,
          "Input: [%.0f. %.0f.] | Raw Output: %.4f | Rounded: %d%n",
          INPUTS[row][0],
          INPUTS[row][1],
          outputs[row],
          Math.round(outputs[row]));
    }
  }

  private static String rows(double[][] matrix) {
    return Arrays.stream(matrix).map(Xor::numbers).collect(Collectors.joining(" ", "[", "]"));
  }

  private static String numbers(double[] vector) {
    return Arrays.stream(vector)
        .mapToObj(value -> String.format(Locale.ROOT, "%.4f", value))
        .collect(Collectors.joining(" ", "[", "]"));
  }
}
