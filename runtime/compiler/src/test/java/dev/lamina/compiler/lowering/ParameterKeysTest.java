package dev.lamina.compiler.lowering;

import static dev.lamina.dsl.Layers.alphaDropout;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.compiler.Compiler;
import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.layer.Parameter;
import dev.lamina.dsl.shape.Flat;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class ParameterKeysTest {

  static Stream<Layer> layers() {
    return Stream.of(
        dense(3),
        dense(3).noBias(),
        batchNorm(),
        dropout(0.5),
        alphaDropout(0.5),
        gaussianDropout(0.5),
        gaussianNoise(0.5),
        relu());
  }

  @ParameterizedTest
  @MethodSource("layers")
  void everyParameterIsFoundInDl4jsLayerWithItsSize(Layer layer) {
    Map<String, INDArray> table = graph(layer).getLayer("it").paramTable();

    assertThat(table).hasSameSizeAs(layer.parameters(new Flat(3)));
    for (Parameter parameter : layer.parameters(new Flat(3))) {
      INDArray found = table.get(ParameterKeys.of(layer, parameter.name()));
      assertThat(found).as(parameter.name()).isNotNull();
      assertThat(found.length()).as(parameter.name()).isEqualTo(parameter.size());
    }
  }

  private static ComputationGraph graph(Layer layer) {
    ComputationGraph graph =
        new ComputationGraph(
            Lowering.lower(
                Compiler.compile(
                        sequential(input(3), layer.named("it"), dense(1)),
                        training(meanSquaredError(), sgd()))
                    .plan()));
    graph.init();
    return graph;
  }
}
