package dev.lamina.training.model;

import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;

import dev.lamina.compiler.Compiler;
import dev.lamina.compiler.lowering.ParameterKeys;
import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.network.Sequential;
import dev.lamina.dsl.training.Precision;
import dev.lamina.inference.PlainModel;
import dev.lamina.training.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where plain Java and DL4J part, in double precision.
 *
 * @param network the network
 * @param weights its weights
 */
record PlainDifference(Network network, Weights weights) {

  /** The first layer with weights up to which their outputs for these rows differ by more. */
  Optional<Outline.Entry> firstLayer(double[][] rows, double tolerance) {
    List<Block> layers = new ArrayList<>();
    for (Outline.Entry entry : network.outline().entries()) {
      layers.add(entry.layer().named(entry.name()));
      Network part = new Sequential(network.input(), layers);
      boolean canBeTrained = part.parameters().trainable() > 0;
      if (!entry.parameters().isEmpty() && canBeTrained && isLarger(part, rows, tolerance)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** How far two outputs are apart, as a share of them, or by itself where they are below 1. */
  static double of(double one, double other) {
    return Math.abs(one - other) / Math.max(1, Math.abs(other));
  }

  private boolean isLarger(Network part, double[][] rows, double tolerance) {
    PlainModel plain = PlainModel.of(part, Precision.FLOAT64, weights::values);
    Engine engine = engine(part);
    for (double[] row : rows) {
      double[] outputs = plain.predict(row);
      double[] expected = engine.predict(new double[][] {row}, 0, 1)[0];
      for (int output = 0; output < outputs.length; output++) {
        if (!(of(outputs[output], expected[output]) <= tolerance)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The part with its weights; what it would be trained by does not matter. */
  private Engine engine(Network part) {
    Engine engine =
        Engine.create(
            Compiler.compile(
                part, training(meanSquaredError(), sgd()).precision(Precision.FLOAT64)));
    for (Outline.Entry entry : part.outline().entries()) {
      for (Parameter each : entry.parameters()) {
        engine.parameter(
            entry.name(),
            ParameterKeys.of(entry.layer(), each.name()),
            weights.values(entry.name(), each.name()));
      }
    }
    return engine;
  }
}
