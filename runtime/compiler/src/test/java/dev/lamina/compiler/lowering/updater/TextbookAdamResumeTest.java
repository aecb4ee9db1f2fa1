package dev.lamina.compiler.lowering.updater;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

class TextbookAdamResumeTest {

  @Test
  void savedAndRestoredTrainingEndsInTheSameBits(@TempDir Path folder) throws IOException {
    DataSet data = data();
    ComputationGraph uninterrupted = graph();
    ComputationGraph interrupted = graph();
    File file = folder.resolve("model.zip").toFile();

    fit(uninterrupted, data, 14);
    fit(interrupted, data, 7);
    ModelSerializer.writeModel(interrupted, file, true);
    ComputationGraph resumed = ModelSerializer.restoreComputationGraph(file, true);
    fit(resumed, data, 7);

    float[] end = uninterrupted.params().toFloatVector();
    assertThat(resumed.params().toFloatVector()).containsExactly(end);
    assertThat(interrupted.params().toFloatVector()).isNotEqualTo(end);
    assertThat(resumed.getUpdater().getStateViewArray().toFloatVector())
        .containsExactly(uninterrupted.getUpdater().getStateViewArray().toFloatVector());
  }

  private static void fit(ComputationGraph graph, DataSet data, int steps) {
    for (int step = 0; step < steps; step++) {
      graph.fit(data);
    }
  }

  private static DataSet data() {
    INDArray inputs = Nd4j.linspace(DataType.FLOAT, -1, 0.1, 24).reshape(8, 3);
    return new DataSet(inputs, inputs.sum(true, 1));
  }

  private static ComputationGraph graph() {
    ComputationGraphConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .updater(
                new TextbookAdam(
                    new ExponentialSchedule(ScheduleType.ITERATION, 0.05, 0.9), 0.9, 0.999, 1e-8))
            .graphBuilder()
            .addInputs("in")
            .addLayer(
                "hidden",
                new DenseLayer.Builder().nIn(3).nOut(4).activation(new ActivationTanH()).build(),
                "in")
            .addLayer("norm", new BatchNormalization.Builder().nIn(4).nOut(4).build(), "hidden")
            .addLayer(
                "out",
                new DenseLayer.Builder()
                    .nIn(4)
                    .nOut(1)
                    .activation(new ActivationIdentity())
                    .build(),
                "norm")
            .addLayer(
                "loss",
                new LossLayer.Builder(new LossMSE()).activation(new ActivationIdentity()).build(),
                "out")
            .setOutputs("loss")
            .build();
    configuration.getDefaultConfiguration().setSeed(17);
    ComputationGraph graph = new ComputationGraph(configuration);
    graph.init();
    return graph;
  }
}
