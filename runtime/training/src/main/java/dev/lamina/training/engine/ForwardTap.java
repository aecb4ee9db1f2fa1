package dev.lamina.training.engine;

import dev.lamina.compiler.lowering.ScoreLowering;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reads what a forward pass of DL4J's gave, before its memory is used again. */
final class ForwardTap extends BaseTrainingListener {

  private final ScoreLowering score;
  private final INDArray targets;
  private final Backpropagation.Watcher watcher;
  private Backpropagation.Pass pass;

  ForwardTap(ScoreLowering score, INDArray targets, Backpropagation.Watcher watcher) {
    this.score = score;
    this.targets = targets;
    this.watcher = watcher;
  }

  @Override
  public void onForwardPass(Model model, Map<String, INDArray> activations) {
    pass =
        EngineScope.run(
            scope -> {
              INDArray logits = activations.get(score.logits());
              double[] outputs = scope.values(scope.own(score.outputs(logits)));
              return new Backpropagation.Pass(
                  score.loss(targets, logits), outputs, Finite.isAll(logits));
            });
    watcher.look(pass, activations);
  }

  /** What was read. */
  Backpropagation.Pass pass() {
    return pass;
  }
}
