package dev.lamina.training.engine;

import dev.lamina.compiler.plan.Operation;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.activation.Activation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks into the layers of a network during one training step, and changes no number. */
final class LayerProbe {

  private final Plan plan;
  private final List<LearnedParameter> learned;
  private final GraphArrays arrays;
  private final int rows;
  private final Map<String, double[]> outputs = new HashMap<>();
  private final Map<LearnedParameter, double[]> gradients = new HashMap<>();
  private final Map<LearnedParameter, double[]> before = new HashMap<>();

  /** For a step with so many samples. */
  LayerProbe(Plan plan, List<LearnedParameter> learned, GraphArrays arrays, int rows) {
    this.plan = plan;
    this.learned = learned;
    this.arrays = arrays;
    this.rows = rows;
  }

  /** Reads what each node gave. */
  void forward(Map<String, INDArray> activations) {
    Map<String, double[]> read =
        EngineScope.run(
            scope -> {
              Map<String, double[]> found = new HashMap<>();
              for (PlanNode node : plan.nodes()) {
                if (shares(node).areCounted() && activations.containsKey(node.name())) {
                  found.put(node.layer(), scope.values(activations.get(node.name())));
                }
              }
              return found;
            });
    outputs.putAll(read);
  }

  /** Reads the gradients of all that is minimized, and the weights before they change. */
  void backward() {
    for (LearnedParameter each : learned) {
      gradients.put(each, EngineScope.run(scope -> scope.values(arrays.gradient(each))));
      before.put(each, present(each));
    }
  }

  /** What was seen, from input to output, once the step is done. */
  List<LayerFigures> figures(Step step) {
    outputs.put(plan.last().layer(), step.outputs());
    Map<String, OutputShares> layers = new LinkedHashMap<>();
    plan.nodes().forEach(node -> layers.put(node.layer(), shares(node)));
    return layers.entrySet().stream()
        .map(layer -> figures(layer.getKey(), layer.getValue()))
        .toList();
  }

  private LayerFigures figures(String layer, OutputShares shares) {
    List<LearnedParameter> own =
        learned.stream().filter(each -> each.layer().equals(layer)).toList();
    double weights = norm(own.stream().map(before::get).toList());
    double change = norm(own.stream().map(this::change).toList());
    double gradient = norm(own.stream().map(gradients::get).toList());
    double[] given = outputs.getOrDefault(layer, new double[0]);
    return new LayerFigures(
        layer,
        own.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(gradient),
        weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(change / weights),
        shares.dead(given, rows),
        shares.saturated(given));
  }

  private double[] change(LearnedParameter parameter) {
    double[] was = before.get(parameter);
    double[] change = present(parameter);
    for (int i = 0; i < change.length; i++) {
      change[i] -= was[i];
    }
    return change;
  }

  private double[] present(LearnedParameter parameter) {
    return EngineScope.run(
        scope -> scope.values(arrays.parameter(parameter.layer(), parameter.key())));
  }

  private static OutputShares shares(PlanNode node) {
    return new OutputShares(
        node.operation()
            .accept(
                new Operation.Cases<Activation>() {
                  @Override
                  public Activation apply(Operation.Apply apply) {
                    return apply.layer().outputActivation();
                  }

                  @Override
                  public Activation score(Operation.Score score) {
                    return score.activation();
                  }
                }));
  }

  private static double norm(List<double[]> parts) {
    return Math.sqrt(
        parts.stream().flatMapToDouble(DoubleStream::of).map(value -> value * value).sum());
  }
}
