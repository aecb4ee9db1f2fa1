package dev.lamina.training.model;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.Precision;
import dev.lamina.inference.PlainModel;
import dev.lamina.inference.RowCheck;
import dev.lamina.training.data.Preprocessing;
import dev.lamina.training.engine.Engine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns rows of features into rows of outputs, and checks them first.
 *
 * <p>Small work is done in plain Java, which takes less time than DL4J needs to start.
 *
 * @param network the network
 * @param check what its features must be like
 * @param engine the network with its weights
 * @param plain the same in plain Java, from features that are not normalized
 * @param preprocessing what is done to features first
 */
record ModelOutputs(
    Network network,
    RowCheck check,
    Engine engine,
    PlainExport plain,
    Preprocessing preprocessing) {

  static ModelOutputs of(
      Network network, Precision precision, Engine engine, Preprocessing preprocessing) {
    return new ModelOutputs(
        network,
        new RowCheck(network.name(), network.input(), precision, preprocessing.normalization()),
        engine,
        new PlainExport(network, precision, engine, preprocessing.normalization()),
        preprocessing);
  }

  double[] predict(double[] features) {
    return small(1)
        .map(model -> model.predict(features))
        .orElseGet(() -> outputs(new double[][] {features}, engine::predict)[0]);
  }

  double[][] predict(double[][] features) {
    new Requirement(new Code("predict(features)")).present("features", features);
    return small(features.length)
        .map(model -> model.predict(features))
        .orElseGet(() -> outputs(features, engine::predict));
  }

  /** The plain model, where it is faster for so many rows. */
  private Optional<PlainModel> small(int rows) {
    return plain.isFaster(rows) ? plain.find() : Optional.empty();
  }

  /** The outputs of a pass over these features, so many rows at once as memory is sure to hold. */
  double[][] outputs(double[][] features, Pass pass) {
    check.require(features);
    double[][] outputs = new double[features.length][];
    for (int from = 0; from < features.length; from += Evaluator.ROWS_AT_ONCE) {
      int to = Math.min(from + Evaluator.ROWS_AT_ONCE, features.length);
      System.arraycopy(outputs(features, from, to, pass), 0, outputs, from, to - from);
    }
    return outputs;
  }

  private double[][] outputs(double[][] features, int from, int to, Pass pass) {
    if (preprocessing.normalization().isEmpty()) {
      return pass.outputs(features, from, to);
    }
    double[][] rows = new double[to - from][];
    Arrays.setAll(rows, row -> preprocessing.applied(features[from + row]));
    return pass.outputs(rows, 0, rows.length);
  }

  List<Classification> classify(double[][] features) {
    new Requirement(new Code("classify(features)")).present("features", features);
    requireClasses();
    return Arrays.stream(predict(features))
        .map(outputs -> Classification.of(outputs).named(preprocessing))
        .toList();
  }

  /** Refuses networks whose outputs name no class. */
  void requireClasses() {
    kind().requireClasses();
  }

  /** What the outputs tell. */
  OutputKind kind() {
    return new OutputKind(check, network.outline().last(), preprocessing);
  }

  /** A forward pass of the rows from {@code from}, inclusive, to {@code to}, exclusive. */
  @FunctionalInterface
  interface Pass {
    double[][] outputs(double[][] features, int from, int to);
  }
}
