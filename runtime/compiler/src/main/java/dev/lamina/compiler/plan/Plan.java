package dev.lamina.compiler.plan;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.network.Outline;
import dev.lamina.dsl.shape.Shape;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A network and how it is trained, as the list of steps that passes rewrite and lowering reads.
 *
 * @param inputShape what one sample looks like where it enters
 * @param nodes the steps, each after those that it takes its input from
 * @param training how the network is trained
 */
public record Plan(Shape inputShape, List<PlanNode> nodes, TrainingPlan training) {

  /** The name by which nodes refer to the input; no layer can have it. */
  public static final String INPUT = "/input";

  /** Copies the list. */
  public Plan {
    nodes = List.copyOf(nodes);
  }

  /** The plan that applies each layer of the network once, in order. */
  public static Plan of(Network network, TrainingPlan training) {
    Outline outline = network.outline();
    List<PlanNode> nodes = new ArrayList<>();
    String source = INPUT;
    for (Outline.Entry entry : outline.entries()) {
      Operation operation = new Operation.Apply(entry.layer());
      nodes.add(
          new PlanNode(entry.name(), operation, source, entry.inputShape(), entry.outputShape()));
      source = entry.name();
    }
    return new Plan(outline.input().shape(), nodes, training);
  }

  /** The same plan with other steps. */
  public Plan nodes(List<PlanNode> others) {
    return new Plan(inputShape, others, training);
  }

  /** The step that ends the plan. */
  public PlanNode last() {
    return nodes.get(nodes.size() - 1);
  }

  @Override
  public String toString() {
    return nodes.stream()
        .map(PlanNode::toString)
        .collect(
            Collectors.joining(
                System.lineSeparator(), INPUT + ": " + inputShape + System.lineSeparator(), ""));
  }
}
