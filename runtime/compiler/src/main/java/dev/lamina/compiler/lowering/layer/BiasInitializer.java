package dev.lamina.compiler.lowering.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Starts the biases of a layer as it says; each has as many inputs and outputs as there are. */
final class BiasInitializer extends DefaultParamInitializer {

  @Override
  protected INDArray createBias(
      NeuralNetConfiguration conf, INDArray biasParamView, boolean initializeParameters) {
    if (!initializeParameters) {
      return biasParamView;
    }
    TextbookDense layer = (TextbookDense) conf.getLayer();
    double fan = (double) layer.getNOut();
    return layer
        .biasInitializer()
        .init(
            fan, fan, biasParamView.shape(), IWeightInit.DEFAULT_WEIGHT_INIT_ORDER, biasParamView);
  }
}
