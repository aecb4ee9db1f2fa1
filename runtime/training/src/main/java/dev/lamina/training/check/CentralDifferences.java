package dev.lamina.training.check;

import dev.lamina.compiler.Compiler;
import dev.lamina.compiler.lowering.ParameterKeys;
import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.training.Seeds;
import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Weights;

/**
 * Derivatives of what training minimizes, {@code (f(w + h) - f(w - h)) / 2h}, from forward passes
 * alone.
 */
final class CentralDifferences {

  private static final double STEP = 1e-5;

  private final Engine engine;
  private final Batch batch;
  private final long seed;

  /** Around the weights of this model, which stays as it is. */
  CentralDifferences(Model model, Batch batch) {
    this.engine = Engine.create(Compiler.compile(model.network(), model.plan()));
    this.batch = batch;
    this.seed = Seeds.iteration(model.plan(), 0);
    Weights weights = model.weights();
    for (Outline.Entry layer : model.network().outline().entries()) {
      for (Parameter each : layer.parameters()) {
        set(layer, each, weights.values(layer.name(), each.name()));
      }
    }
  }

  /** What is minimized, as the model is. */
  double loss() {
    return engine.objective(batch, seed);
  }

  /** The derivatives by each number of a parameter, row by row. */
  double[] of(Outline.Entry layer, Parameter parameter) {
    double[] present = engine.parameter(layer.name(), key(layer, parameter));
    double[] derivatives = new double[present.length];
    for (int i = 0; i < present.length; i++) {
      double step = STEP * Math.max(1, Math.abs(present[i]));
      double above = present[i] + step;
      double below = present[i] - step;
      double upper = loss(layer, parameter, present, i, above);
      double lower = loss(layer, parameter, present, i, below);
      derivatives[i] = (upper - lower) / (above - below);
    }
    set(layer, parameter, present);
    return derivatives;
  }

  private double loss(
      Outline.Entry layer, Parameter parameter, double[] present, int at, double value) {
    double[] moved = present.clone();
    moved[at] = value;
    set(layer, parameter, moved);
    return loss();
  }

  private void set(Outline.Entry layer, Parameter parameter, double[] rowByRow) {
    engine.parameter(layer.name(), key(layer, parameter), rowByRow);
  }

  private static String key(Outline.Entry layer, Parameter parameter) {
    return ParameterKeys.of(layer.layer(), parameter.name());
  }
}
