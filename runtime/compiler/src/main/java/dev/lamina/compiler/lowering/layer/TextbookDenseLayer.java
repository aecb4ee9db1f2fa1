package dev.lamina.compiler.lowering.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A {@link TextbookDense} at work: each forward pass of training draws a mask m of 0 and {@code 1 /
 * (1 - rate)}, and computes with {@code m W}, as the backward pass after it does; the gradient of W
 * is {@code m (x^T delta)}.
 */
final class TextbookDenseLayer extends DenseLayer {

  private static final long serialVersionUID = 1L;

  private final double rate;
  private INDArray mask;
  private INDArray masked;

  TextbookDenseLayer(NeuralNetConfiguration conf, DataType dataType, double rate) {
    super(conf, dataType);
    this.rate = rate;
  }

  @Override
  protected Pair<INDArray, INDArray> preOutputWithPreNorm(
      boolean training, boolean forBackprop, LayerWorkspaceMgr workspaceMgr) {
    if (training && !forBackprop) {
      forgetMask();
    }
    return super.preOutputWithPreNorm(training, forBackprop, workspaceMgr);
  }

  @Override
  protected INDArray getParamWithNoise(
      String param, boolean training, LayerWorkspaceMgr workspaceMgr) {
    boolean isDropped = training && rate > 0 && param.equals(DefaultParamInitializer.WEIGHT_KEY);
    return isDropped ? masked() : super.getParamWithNoise(param, training, workspaceMgr);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
    Pair<Gradient, INDArray> gradient = super.backpropGradient(epsilon, workspaceMgr);
    if (mask != null) {
      gradientViews.get(DefaultParamInitializer.WEIGHT_KEY).muli(mask);
    }
    forgetMask();
    return gradient;
  }

  @Override
  public void clear() {
    super.clear();
    forgetMask();
  }

  @Override
  public void clearNoiseWeightParams() {
    super.clearNoiseWeightParams();
    forgetMask();
  }

  private INDArray masked() {
    if (masked == null) {
      INDArray weights = getParam(DefaultParamInitializer.WEIGHT_KEY);
      // What both passes need must outlive the workspace of the first.
      MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces();
      try {
        INDArray drawn = Nd4j.createUninitialized(weights.dataType(), weights.shape(), 'f');
        mask = Nd4j.randomBernoulli(1 - rate, drawn).divi(1 - rate);
        masked = weights.mul(mask);
      } finally {
        outside.close();
      }
    }
    return masked;
  }

  private void forgetMask() {
    if (masked != null) {
      masked.close();
      mask.close();
      masked = null;
      mask = null;
    }
  }
}
