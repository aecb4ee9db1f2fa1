package dev.lamina.training.engine;

import dev.lamina.compiler.lowering.ScoreLowering;
import dev.lamina.training.data.Batch;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Forward passes by DL4J.
 *
 * @param graph the network
 * @param score what ends it
 * @param training whether they are those of training
 */
record Dl4jForward(ComputationGraph graph, ScoreLowering score, boolean training)
    implements Prediction {

  @Override
  public double[][] outputs(double[][] features, int from, int to) {
    int rows = to - from;
    double[] rowByRow = Arrays.stream(features, from, to).flatMapToDouble(Arrays::stream).toArray();
    double[] outputs = EngineScope.run(scope -> outputs(scope, logits(scope, rowByRow, rows)));
    int width = outputs.length / rows;
    return IntStream.range(0, rows)
        .mapToObj(row -> Arrays.copyOfRange(outputs, row * width, (row + 1) * width))
        .toArray(double[][]::new);
  }

  @Override
  public Compared compare(Batch batch) {
    return EngineScope.run(
        scope -> {
          INDArray logits = logits(scope, batch.features(), batch.rows());
          INDArray targets = scope.matrix(batch.targets(), batch.rows(), logits.dataType());
          return new Compared(loss(scope, batch, targets, logits), outputs(scope, logits));
        });
  }

  private double loss(EngineScope scope, Batch batch, INDArray targets, INDArray logits) {
    return batch.isWeighted()
        ? score.loss(
            targets, logits, scope.matrix(batch.weights(), batch.rows(), logits.dataType()))
        : score.loss(targets, logits);
  }

  private INDArray logits(EngineScope scope, double[] features, int rows) {
    graph.setInputs(scope.matrix(features, rows, Graphs.type(graph)));
    Map<String, INDArray> activations = graph.feedForward(training, true, true);
    activations.values().forEach(scope::own);
    graph.clearLayersStates();
    return activations.get(score.logits());
  }

  private double[] outputs(EngineScope scope, INDArray logits) {
    return scope.values(scope.own(score.outputs(logits)));
  }

  @Override
  public void close() {
    // DL4J keeps nothing between batches.
  }
}
