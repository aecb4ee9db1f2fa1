package dev.lamina.compiler.lowering.layer;

import java.util.Collection;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A dense layer whose biases start by an initializer and whose weights can be dropped in training.
 *
 * <p>DL4J's own biases start at a constant, and its own weights have a gradient where they are
 * dropped.
 */
public final class TextbookDense extends DenseLayer {

  private static final long serialVersionUID = 1L;

  @JsonProperty("biasInitializer")
  private IWeightInit biasInitializer;

  @JsonProperty("dropConnect")
  private double dropConnect;

  /** For the reader of JSON, which sets the fields afterwards. */
  private TextbookDense() {}

  /**
   * The same layer with biases that start so.
   *
   * @param dropConnect the share of the weights that is dropped, in [0, 1)
   */
  public TextbookDense(DenseLayer layer, IWeightInit biasInitializer, double dropConnect) {
    setNIn(layer.getNIn());
    setNOut(layer.getNOut());
    setHasBias(layer.hasBias());
    setHasLayerNorm(layer.hasLayerNorm());
    setActivationFn(layer.getActivationFn());
    setWeightInitFn(layer.getWeightInitFn());
    setBiasInit(layer.getBiasInit());
    setGainInit(layer.getGainInit());
    setRegularization(layer.getRegularization());
    setRegularizationBias(layer.getRegularizationBias());
    setGradientNormalization(layer.getGradientNormalization());
    setGradientNormalizationThreshold(layer.getGradientNormalizationThreshold());
    setConstraints(layer.getConstraints());
    setIUpdater(layer.getIUpdater());
    setBiasUpdater(layer.getBiasUpdater());
    this.biasInitializer = biasInitializer;
    this.dropConnect = dropConnect;
  }

  @Override
  public org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> trainingListeners,
      int layerIndex,
      INDArray layerParamsView,
      boolean initializeParams,
      DataType networkDataType) {
    LayerValidation.assertNInNOutSet(
        "TextbookDense", getLayerName(), layerIndex, getNIn(), getNOut());
    TextbookDenseLayer layer = new TextbookDenseLayer(conf, networkDataType, dropConnect);
    layer.setListeners(trainingListeners);
    layer.setIndex(layerIndex);
    layer.setParamsViewArray(layerParamsView);
    layer.setParamTable(initializer().init(conf, layerParamsView, initializeParams));
    layer.setConf(conf);
    return layer;
  }

  IWeightInit biasInitializer() {
    return biasInitializer;
  }

  @Override
  public ParamInitializer initializer() {
    return new BiasInitializer();
  }

  @Override
  protected boolean canEqual(Object other) {
    return other instanceof TextbookDense;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TextbookDense that
        && super.equals(that)
        && Objects.equals(biasInitializer, that.biasInitializer)
        && Double.compare(dropConnect, that.dropConnect) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), biasInitializer, dropConnect);
  }

  @Override
  public String toString() {
    return "TextbookDense(super=%s, biasInitializer=%s, dropConnect=%s)"
        .formatted(super.toString(), biasInitializer, dropConnect);
  }
}
