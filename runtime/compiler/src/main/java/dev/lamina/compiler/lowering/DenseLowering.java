package dev.lamina.compiler.lowering;

import dev.lamina.compiler.lowering.layer.TextbookDense;
import dev.lamina.compiler.lowering.updater.DecoupledWeightDecay;
import dev.lamina.compiler.lowering.updater.Frozen;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.layer.Constant;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Initializer;
import dev.lamina.dsl.layer.ParameterOptions;
import dev.lamina.dsl.layer.Penalty;
import dev.lamina.dsl.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.nd4j.linalg.learning.regularization.Regularization;

/** The DL4J layer that means the same as a dense layer of Lamina, where it stands in the plan. */
record DenseLowering(PlanNode node, Optimizer optimizer) {

  DenseLayer lower(Dense dense) {
    DenseLayer layer = dense.isFrozen() ? held(plain(dense)) : learning(dense, plain(dense));
    Initializer start = biases(dense).initializer();
    boolean isPlain = start instanceof Constant && dense.dropConnect() == 0;
    return isPlain
        ? layer
        : new TextbookDense(layer, start.accept(new InitializerLowering()), dense.dropConnect());
  }

  /** DL4J's l2(x) adds x / 2 sum w^2, hence twice our factor. */
  private DenseLayer plain(Dense dense) {
    Penalty biases = biases(dense).penalty();
    return new DenseLayer.Builder()
        .nIn(node.inputShape().size())
        .nOut(dense.units())
        .activation(dense.activation().accept(new ActivationLowering()))
        .weightInit(dense.initializer().accept(new InitializerLowering()))
        .hasBias(dense.hasBias())
        .biasInit(biases(dense).initializer() instanceof Constant start ? start.value() : 0)
        .l1(dense.l1())
        .l2(2 * dense.l2())
        .l1Bias(biases.l1())
        .l2Bias(2 * biases.l2())
        .build();
  }

  /** Without all that would move its parameters, and without penalties of what cannot move. */
  private static DenseLayer held(DenseLayer layer) {
    layer.setIUpdater(new Frozen());
    layer.setRegularization(new ArrayList<>());
    layer.setRegularizationBias(new ArrayList<>());
    layer.setConstraints(List.of());
    return layer;
  }

  private DenseLayer learning(Dense dense, DenseLayer layer) {
    return constrained(dense, decaying(dense, layer));
  }

  /** Set for the whole network, DL4J would apply decay twice. */
  private DenseLayer decaying(Dense dense, DenseLayer layer) {
    decay(layer.getRegularization(), dense.kernel().weightDecay().orElse(optimizer.weightDecay()));
    decay(
        layer.getRegularizationBias(),
        biases(dense).weightDecay().orElse(optimizer.biasWeightDecay()));
    return layer;
  }

  private static DenseLayer constrained(Dense dense, DenseLayer layer) {
    dense
        .constraint()
        .map(obeyed -> obeyed.accept(new ConstraintLowering()))
        .ifPresent(constraint -> layer.setConstraints(List.of(constraint)));
    return layer;
  }

  private static void decay(List<Regularization> regularization, double lambda) {
    if (lambda > 0) {
      regularization.add(new DecoupledWeightDecay(lambda));
    }
  }

  /** Without biases, what would do nothing to them. */
  private static ParameterOptions biases(Dense dense) {
    return dense.bias().orElseGet(() -> new ParameterOptions(new Constant(0)));
  }
}
