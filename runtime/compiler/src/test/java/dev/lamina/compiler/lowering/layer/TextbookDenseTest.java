package dev.lamina.compiler.lowering.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.compiler.lowering.initializer.UniformWeights;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

class TextbookDenseTest {

  private static final IWeightInit START = new UniformWeights(1, 2);

  @Test
  void biasesStartAsTheyAreToldTo() {
    ComputationGraph graph = graph(layer(START, 0.5));

    double[] biases = graph.getLayer("dense").getParam("b").toDoubleVector();

    assertThat(biases).hasSize(50);
    assertThat(Arrays.stream(biases)).allMatch(bias -> bias >= 1 && bias <= 2);
    assertThat(Arrays.stream(biases).distinct().count()).isGreaterThan(40);
    assertThat(graph.getLayer("dense").getParam("W").maxNumber().doubleValue()).isBetween(0.4, 0.5);
  }

  @Test
  void itKeepsEveryOptionOfTheLayerItComesFrom() {
    DenseLayer plain = plain();

    TextbookDense layer = new TextbookDense(plain, START, 0.5);

    assertThat(layer.toString()).startsWith("TextbookDense(super=" + plain + ", ");
  }

  @Test
  void eachForwardPassOfTrainingDropsOtherWeightsAndPredictionNone() {
    ComputationGraph graph = graph(layer(START, 0.5));
    INDArray features = Nd4j.ones(1, 3);

    INDArray once = graph.output(true, features)[0];
    INDArray again = graph.output(true, features)[0];

    assertThat(again).isNotEqualTo(once);
    assertThat(graph.output(false, features)[0]).isEqualTo(graph.output(false, features)[0]);
    assertThat(graph.output(false, features)[0]).isNotEqualTo(once).isNotEqualTo(again);
  }

  @Test
  void configurationSurvivesJson() {
    TextbookDense layer = layer(START, 0.5);
    NeuralNetConfiguration configuration =
        new NeuralNetConfiguration.Builder().layer(layer).build();

    NeuralNetConfiguration read = NeuralNetConfiguration.fromJson(configuration.toJson());

    assertThat(read.getLayer())
        .isEqualTo(configuration.getLayer())
        .hasSameHashCodeAs(configuration.getLayer())
        .isNotEqualTo(layer(new UniformWeights(1, 3), 0.5))
        .isNotEqualTo(layer(START, 0.25))
        .isNotEqualTo(plain());
    assertThat(plain()).isNotEqualTo(layer);
    assertThat(layer.toString())
        .endsWith("biasInitializer=UniformWeights(min=1.0, max=2.0), dropConnect=0.5)");
  }

  @Test
  void savedAndRestoredItHasTheSameNumbers(@TempDir Path folder) throws IOException {
    ComputationGraph graph = graph(layer(START, 0.5));
    File file = folder.resolve("model.zip").toFile();

    ModelSerializer.writeModel(graph, file, true);
    ComputationGraph restored = ModelSerializer.restoreComputationGraph(file, true);

    assertThat(restored.params()).isEqualTo(graph.params());
    assertThat(restored.clone().params()).isEqualTo(graph.params());
    assertThat(restored.getConfiguration()).isEqualTo(graph.getConfiguration());
  }

  private static TextbookDense layer(IWeightInit start, double dropConnect) {
    return new TextbookDense(plain(), start, dropConnect);
  }

  private static DenseLayer plain() {
    return new DenseLayer.Builder()
        .nIn(3)
        .nOut(50)
        .activation(new ActivationTanH())
        .weightInit(new UniformWeights(-0.5, 0.5))
        .biasInit(0)
        .l1(0.1)
        .l2(0.2)
        .l1Bias(0.3)
        .l2Bias(0.4)
        .build();
  }

  private static ComputationGraph graph(DenseLayer layer) {
    ComputationGraphConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .updater(new Sgd(0.1))
            .graphBuilder()
            .addInputs("in")
            .addLayer("dense", layer, "in")
            .addLayer(
                "loss",
                new LossLayer.Builder(new LossMSE()).activation(new ActivationIdentity()).build(),
                "dense")
            .setOutputs("loss")
            .build();
    configuration.getDefaultConfiguration().setSeed(7L);
    ComputationGraph graph = new ComputationGraph(configuration);
    graph.init();
    return graph;
  }
}
