package dev.lamina.compiler.lowering.layer;

import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A dense layer whose biases start by an initializer; DL4J's own knows but a constant. */
public final class TextbookDense extends DenseLayer {

  private static final long serialVersionUID = 1L;

  @JsonProperty("biasInitializer")
  private IWeightInit biasInitializer;

  /** For the reader of JSON, which sets the fields afterwards. */
  private TextbookDense() {}

  /** The same layer with biases that start so. */
  public TextbookDense(DenseLayer layer, IWeightInit biasInitializer) {
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
        && Objects.equals(biasInitializer, that.biasInitializer);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), biasInitializer);
  }

  @Override
  public String toString() {
    return "TextbookDense(super=%s, biasInitializer=%s)"
        .formatted(super.toString(), biasInitializer);
  }
}
