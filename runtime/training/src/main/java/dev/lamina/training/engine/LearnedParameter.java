package dev.lamina.training.engine;

import dev.lamina.compiler.lowering.ParameterKeys;
import dev.lamina.compiler.plan.Operation;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.layer.Parameter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Numbers of a layer that gradient descent moves; running averages are none.
 *
 * @param layer the name of the layer
 * @param key DL4J's key of the parameter
 */
record LearnedParameter(String layer, String key) {

  /** Those of a plan, from input to output. */
  static List<LearnedParameter> of(Plan plan) {
    return plan.nodes().stream().flatMap(LearnedParameter::of).toList();
  }

  private static Stream<LearnedParameter> of(PlanNode node) {
    return node.operation()
        .accept(
            new Operation.Cases<Stream<LearnedParameter>>() {
              @Override
              public Stream<LearnedParameter> apply(Operation.Apply apply) {
                return apply.layer().parameters(node.inputShape()).stream()
                    .filter(Parameter::trainable)
                    .map(each -> ParameterKeys.of(apply.layer(), each.name()))
                    .map(key -> new LearnedParameter(node.name(), key));
              }

              @Override
              public Stream<LearnedParameter> score(Operation.Score score) {
                return Stream.empty();
              }
            });
  }
}
