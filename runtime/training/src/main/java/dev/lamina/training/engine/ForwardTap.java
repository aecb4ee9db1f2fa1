package dev.lamina.training.engine;

import dev.lamina.compiler.lowering.ScoreLowering;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reads what a forward pass of DL4J's gave, before its memory is used again. */
final class ForwardTap extends BaseTrainingListener {

  private final ScoreLowering score;
  private final INDArray targets;
  private final Optional<INDArray> weights;
  private final Backpropagation.Watcher watcher;
  private Backpropagation.Pass pass;

  /**
   * For one batch.
   *
   * @param weights how much the loss of each sample counts, where not all count 1
   */
  ForwardTap(
      ScoreLowering score,
      INDArray targets,
      Optional<INDArray> weights,
      Backpropagation.Watcher watcher) {
    this.score = score;
    this.targets = targets;
    this.weights = weights;
    this.watcher = watcher;
  }

  @Override
  public void onForwardPass(Model model, Map<String, INDArray> activations) {
    pass =
        EngineScope.run(
            scope -> {
              INDArray logits = activations.get(score.logits());
              double[] outputs = scope.values(scope.own(score.outputs(logits)));
              return new Backpropagation.Pass(loss(logits), outputs, Finite.isAll(logits));
            });
    watcher.look(pass, activations);
  }

  private double loss(INDArray logits) {
    return weights
        .map(each -> score.loss(targets, logits, each))
        .orElseGet(() -> score.loss(targets, logits));
  }

  /** What was read. */
  Backpropagation.Pass pass() {
    return pass;
  }
}
