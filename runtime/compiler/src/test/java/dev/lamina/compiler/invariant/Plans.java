package dev.lamina.compiler.invariant;

import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;

import dev.lamina.compiler.plan.Operation;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.activation.Linear;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.shape.Flat;
import java.util.List;

/** Plans of two inputs that are made by hand, and so may break what passes keep. */
final class Plans {

  private Plans() {}

  static Plan of(PlanNode... nodes) {
    return new Plan(new Flat(2), List.of(nodes), training(meanSquaredError(), sgd()));
  }

  static PlanNode dense(String name, String source, int inputs, int units) {
    Operation operation = new Operation.Apply(new Dense(units));
    return new PlanNode(name, operation, source, new Flat(inputs), new Flat(units));
  }

  static PlanNode loss(String name, String source, int width) {
    Operation operation = new Operation.Score(new Linear(), meanSquaredError());
    return new PlanNode(name, operation, source, new Flat(width), new Flat(width));
  }
}
