package dev.lamina.compiler.lowering.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** {@link FrozenBatchNormalization} at work: a fixed scale and shift of each feature. */
final class FrozenBatchNormalizationLayer extends BatchNormalization {

  private static final long serialVersionUID = 1L;

  FrozenBatchNormalizationLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  public INDArray preOutput(INDArray x, TrainingMode mode, LayerWorkspaceMgr workspaces) {
    INDArray output = super.preOutput(x, TrainingMode.TEST, workspaces);
    xHat = null; // kept for a backward pass that does not need them
    xMu = null;
    return output;
  }

  /** As the averages do not depend on the batch: {@code dL/dx = gamma / sqrt(var + eps) dL/dy}. */
  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray slope, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    INDArray variance = getParam(BatchNormalizationParamInitializer.GLOBAL_VAR);
    INDArray deviation = Transforms.sqrt(variance.add(layerConf().getEps()), false);
    INDArray scale = getParam(BatchNormalizationParamInitializer.GAMMA).div(deviation);
    INDArray before = workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, slope.mulRowVector(scale));
    return new Pair<>(nothing(), before);
  }

  private Gradient nothing() {
    Gradient gradient = new DefaultGradient();
    gradientViews.forEach((key, view) -> gradient.setGradientFor(key, view.assign(0)));
    return gradient;
  }
}
