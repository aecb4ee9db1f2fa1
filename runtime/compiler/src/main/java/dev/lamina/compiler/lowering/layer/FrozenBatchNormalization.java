package dev.lamina.compiler.lowering.layer;

import dev.lamina.compiler.lowering.updater.Frozen;
import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Batch normalization by its running averages, in training too, of which no parameter ever moves.
 *
 * <p>DL4J's {@code FrozenLayer} stops the layers before it, and {@code FrozenLayerWithBackprop}
 * fails around batch normalization.
 */
public final class FrozenBatchNormalization extends BatchNormalization {

  private static final long serialVersionUID = 1L;

  /** For DL4J's reader of JSON, which sets the rest. */
  public FrozenBatchNormalization() {
    setIUpdater(new Frozen());
  }

  /**
   * For so many features.
   *
   * @param momentum of the running averages, which moves them only once the layer is thawed
   * @param epsilon what the variance has added
   */
  public static FrozenBatchNormalization of(int features, double momentum, double epsilon) {
    FrozenBatchNormalization layer = new FrozenBatchNormalization();
    layer.setNIn(features);
    layer.setNOut(features);
    layer.setDecay(momentum);
    layer.setEps(epsilon);
    layer.setUseLogStd(false);
    layer.setActivationFn(new ActivationIdentity());
    return layer;
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    FrozenBatchNormalizationLayer layer = new FrozenBatchNormalizationLayer(configuration, type);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    Map<String, INDArray> table = initializer().init(configuration, parameters, initialize);
    layer.setParamTable(table);
    layer.setConf(configuration);
    return layer;
  }

  @Override
  public IUpdater getUpdaterByParam(String paramName) {
    return new Frozen();
  }

  @Override
  public FrozenBatchNormalization clone() {
    return (FrozenBatchNormalization) super.clone();
  }

  @Override
  protected boolean canEqual(Object other) {
    return other instanceof FrozenBatchNormalization;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FrozenBatchNormalization && super.equals(other);
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + 1;
  }

  @Override
  public String toString() {
    return "FrozenBatchNormalization(" + super.toString() + ")";
  }
}
