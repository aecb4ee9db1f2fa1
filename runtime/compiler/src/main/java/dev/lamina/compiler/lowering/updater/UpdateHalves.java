package dev.lamina.compiler.lowering.updater;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.nn.updater.UpdaterBlock.ParamState;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.Regularization.ApplyStep;

/**
 * DL4J's update of the parameters that share an optimizer, in two halves, between which the
 * gradient is that of all that is minimized.
 *
 * <p>The same operations in the same order as {@link UpdaterBlock#update}, so that the bits are the
 * same where nothing comes between the halves.
 */
public final class UpdateHalves {

  private static final double NO_RATE = 1; // what DL4J hands over where there is none

  private UpdateHalves() {}

  /** The first half: adds the derivatives of the penalties to the gradients of a block. */
  public static void penalize(UpdaterBlock block, int iteration, int epoch) {
    apply(ApplyStep.BEFORE_UPDATER, block, rate(block, iteration, epoch), iteration, epoch);
  }

  /** The first half, for one parameter of a layer and its gradient. */
  public static void penalize(
      Layer layer, String key, INDArray gradient, int iteration, int epoch) {
    for (Regularization term : terms(layer, key)) {
      if (term.applyStep() == ApplyStep.BEFORE_UPDATER) {
        term.apply(layer.getParam(key), gradient, NO_RATE, iteration, epoch);
      }
    }
  }

  /** The second half: turns the gradients of a block into what the parameters lose. */
  public static void optimize(UpdaterBlock block, int iteration, int epoch) {
    INDArray gradient = block.getGradientView();
    block.getGradientUpdater().applyUpdater(gradient.reshape(gradient.length()), iteration, epoch);
    apply(ApplyStep.POST_UPDATER, block, rate(block, iteration, epoch), iteration, epoch);
  }

  private static void apply(
      ApplyStep step, UpdaterBlock block, double rate, int iteration, int epoch) {
    for (ParamState each : block.getLayersAndVariablesInBlock()) {
      for (Regularization term : terms(each.getLayer(), each.getParamName())) {
        if (term.applyStep() == step) {
          term.apply(each.getParamView(), each.getGradView(), rate, iteration, epoch);
        }
      }
    }
  }

  /** DL4J writes none as null. */
  private static List<Regularization> terms(Trainable layer, String key) {
    List<Regularization> terms = layer.getConfig().getRegularizationByParam(key);
    return terms == null ? List.of() : terms;
  }

  private static double rate(UpdaterBlock block, int iteration, int epoch) {
    IUpdater optimizer = block.getGradientUpdater().getConfig();
    return optimizer.hasLearningRate() ? optimizer.getLearningRate(iteration, epoch) : NO_RATE;
  }
}
