package dev.lamina.training.model;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.Precision;
import dev.lamina.training.engine.Engine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Turns rows of features into rows of outputs, and checks them first.
 *
 * @param network the network
 * @param precision the data type that it computes with
 * @param engine the network with its weights
 */
record Predictor(Network network, Precision precision, Engine engine) {

  double[][] predict(double[][] features) {
    new Requirement(new Code("predict(features)")).present("features", features);
    return outputs(features, engine::predict);
  }

  /** The outputs of a pass over these features, so many rows at once as memory is sure to hold. */
  double[][] outputs(double[][] features, Pass pass) {
    problem(features).ifPresent(this::refuse);
    double[][] outputs = new double[features.length][];
    for (int from = 0; from < features.length; from += Evaluator.ROWS_AT_ONCE) {
      int to = Math.min(from + Evaluator.ROWS_AT_ONCE, features.length);
      copyRows(pass.outputs(flat(features, from, to), to - from), outputs, from, to);
    }
    return outputs;
  }

  List<Classification> classify(double[][] features) {
    new Requirement(new Code("classify(features)")).present("features", features);
    requireClasses();
    return Arrays.stream(predict(features)).map(Classification::of).toList();
  }

  /** Refuses networks whose outputs name no class. */
  void requireClasses() {
    Outline.Entry last = network.outline().last();
    Activation output = last.layer().outputActivation();
    boolean oneSigmoid = output instanceof Sigmoid && last.outputShape().size() == 1;
    if (!oneSigmoid && !(output instanceof Softmax)) {
      refuse(
          new Problem(
              last.place(),
              "ends the network, but a class is read from softmax, or from one sigmoid.",
              "use `predict` for the outputs, or end the network in such a layer."));
    }
  }

  /** A forward pass: outputs of features, both row by row. */
  @FunctionalInterface
  interface Pass {
    double[] outputs(double[] features, int rows);
  }

  private Optional<Problem> problem(double[][] features) {
    int width = network.input().shape().size();
    for (int row = 0; row < features.length; row++) {
      double[] values = features[row];
      if (values == null || values.length != width) {
        String came = values == null ? "is null" : "has " + counted(values.length);
        return Optional.of(
            new Problem(
                "Row " + row,
                came + " but the network takes `" + network.input() + "`.",
                "give " + counted(width) + " a row."));
      }
      Optional<Problem> notFinite = notFinite(row, values);
      if (notFinite.isPresent()) {
        return notFinite;
      }
    }
    return Optional.empty();
  }

  private Optional<Problem> notFinite(int row, double[] values) {
    return IntStream.range(0, values.length)
        .filter(column -> !precision.holds(values[column]))
        .mapToObj(column -> notFinite(row, column, values[column]))
        .findFirst();
  }

  private Problem notFinite(int row, int column, double value) {
    boolean tooLarge = Double.isFinite(value);
    String needed = tooLarge ? "within the range of " + precision : "that are finite";
    return new Problem(
        "Row " + row,
        "needs numbers %s but column %d (both counted from 0) is %s."
            .formatted(needed, column, Code.literal(value)),
        tooLarge
            ? "scale the features as those that the network learned from."
            : "leave the row out, or fill in the missing value.");
  }

  private static String counted(int features) {
    return features + (features == 1 ? " feature" : " features");
  }

  private void refuse(Problem problem) {
    throw new InvalidDescriptionException(
        "Prediction of network `" + network.name() + "`", List.of(problem));
  }

  private static double[] flat(double[][] features, int from, int to) {
    return Arrays.stream(features, from, to).flatMapToDouble(Arrays::stream).toArray();
  }

  private static void copyRows(double[] outputs, double[][] into, int from, int to) {
    int width = outputs.length / (to - from);
    for (int row = from; row < to; row++) {
      into[row] = Arrays.copyOfRange(outputs, (row - from) * width, (row - from + 1) * width);
    }
  }
}
