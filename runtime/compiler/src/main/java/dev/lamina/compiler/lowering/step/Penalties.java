package dev.lamina.compiler.lowering.step;

import dev.lamina.compiler.lowering.call.Reduction;
import dev.lamina.compiler.plan.Operation;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Penalty;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.params.DefaultParamInitializer;

/** What the penalties of a network's layers add to the loss: {@code l1 sum |w| + l2 sum w^2}. */
public final class Penalties {

  private final List<Term> terms;

  private Penalties(List<Term> terms) {
    this.terms = List.copyOf(terms);
  }

  /** Those of a plan's layers that learn. */
  public static Penalties of(Plan plan, NetworkArrays arrays) {
    List<Term> terms = new ArrayList<>();
    for (PlanNode node : plan.nodes()) {
      if (node.operation() instanceof Operation.Apply apply
          && apply.layer() instanceof Dense dense
          && !dense.isFrozen()) {
        add(terms, dense.kernel().penalty(), node, DefaultParamInitializer.WEIGHT_KEY, arrays);
        dense
            .bias()
            .ifPresent(
                bias -> add(terms, bias.penalty(), node, DefaultParamInitializer.BIAS_KEY, arrays));
      }
    }
    return new Penalties(terms);
  }

  private static void add(
      List<Term> terms, Penalty penalty, PlanNode node, String key, NetworkArrays arrays) {
    if (penalty.l1() > 0) {
      terms.add(new Term(penalty.l1(), Reduction.norm1(arrays.parameter(node.name(), key))));
    }
    if (penalty.l2() > 0) {
      terms.add(new Term(penalty.l2(), Reduction.squaredNorm(arrays.parameter(node.name(), key))));
    }
  }

  /** Their sum, for the weights as they are. */
  public double sum() {
    double sum = 0;
    for (Term term : terms) {
      sum += term.value();
    }
    return sum;
  }

  private record Term(double factor, Reduction reduction) {

    double value() {
      return factor * reduction.value();
    }
  }
}
