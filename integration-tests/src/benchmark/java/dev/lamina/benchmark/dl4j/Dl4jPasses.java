package dev.lamina.benchmark.dl4j;

import dev.lamina.benchmark.subject.Passes;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;

/** {@code fit(DataSet)} on one batch after the other. */
final class Dl4jPasses implements Passes {

  private final MultiLayerNetwork network;
  private final List<DataSet> batches;
  private double sum;

  Dl4jPasses(MultiLayerNetwork network, List<DataSet> batches) {
    this.network = network;
    this.batches = batches;
  }

  @Override
  public void pass() {
    sum = 0;
    for (DataSet batch : batches) {
      network.fit(batch);
      sum += network.score();
    }
  }

  /** That of the last pass, which DL4J computes anyway. */
  @Override
  public double loss() {
    return sum / batches.size();
  }
}
