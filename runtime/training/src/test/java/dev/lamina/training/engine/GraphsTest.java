package dev.lamina.training.engine;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.compiler.Compiler;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class GraphsTest {

  @Test
  void aGraphThatIsClosedKeepsNoNativeMemory() {
    ComputationGraph graph =
        Graphs.of(
            Compiler.compile(
                    sequential(input(2), dense(3).relu(), dense(1)),
                    training(meanSquaredError(), adam(0.01)).seed(3))
                .plan());
    List<INDArray> held =
        List.of(
            graph.params(), graph.getFlattenedGradients(), graph.getUpdater().getStateViewArray());

    Graphs.close(graph);

    assertThat(held).allMatch(INDArray::wasClosed);
  }
}
