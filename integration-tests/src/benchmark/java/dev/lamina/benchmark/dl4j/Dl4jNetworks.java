package dev.lamina.benchmark.dl4j;

import dev.lamina.benchmark.work.Net;
import java.util.Optional;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The networks as DL4J's users configure them. */
final class Dl4jNetworks {

  private Dl4jNetworks() {}

  static MultiLayerNetwork network(Net net) {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration(net));
    network.init();
    return network;
  }

  private static MultiLayerConfiguration configuration(Net net) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder().seed(Net.SEED).updater(new Adam(Net.RATE)).list();
    for (int layer = 0; layer < net.hidden().size(); layer++) {
      hidden(layers, net, layer);
    }
    OutputLayer.Builder output =
        net.binary()
            ? new OutputLayer.Builder(LossFunction.XENT).activation(Activation.SIGMOID)
            : new OutputLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX);
    return layers
        .layer(output.nOut(net.outputs()).build())
        .setInputType(InputType.feedForward(net.features()))
        .build();
  }

  private static void hidden(NeuralNetConfiguration.ListBuilder layers, Net net, int layer) {
    DenseLayer.Builder dense = new DenseLayer.Builder().nOut(net.hidden().get(layer));
    Optional<Double> dropout = net.dropout(layer);
    if (dropout.isEmpty()) {
      layers.layer(dense.activation(Activation.RELU).build());
      return;
    }
    // DL4J adds half of the sum of squares, and its dropout is told what stays.
    layers
        .layer(dense.l2(2 * Net.L2).activation(Activation.IDENTITY).build())
        .layer(new BatchNormalization.Builder().decay(Net.MOMENTUM).build())
        .layer(new ActivationLayer(Activation.RELU))
        .layer(new DropoutLayer(1 - dropout.get()));
  }
}
