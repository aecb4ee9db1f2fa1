package dev.lamina.compiler.plan;

import dev.lamina.dsl.shape.Shape;

/**
 * One step of a plan.
 *
 * @param name its name, unique in the plan
 * @param operation what it does
 * @param source the name of the node whose output it takes, or {@link Plan#INPUT}
 * @param inputShape what one sample looks like where it comes in
 * @param outputShape what one sample looks like where it goes out
 */
public record PlanNode(
    String name, Operation operation, String source, Shape inputShape, Shape outputShape) {

  /** The same node with another operation. */
  public PlanNode operation(Operation other) {
    return new PlanNode(name, other, source, inputShape, outputShape);
  }

  /** The same node taking the output of another node. */
  public PlanNode source(String other) {
    return new PlanNode(name, operation, other, inputShape, outputShape);
  }

  /** The name of the layer that it comes from: passes name what they add after it and a slash. */
  public String layer() {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  @Override
  public String toString() {
    return name + " = " + operation + " <- " + source + ": " + inputShape + " -> " + outputShape;
  }
}
