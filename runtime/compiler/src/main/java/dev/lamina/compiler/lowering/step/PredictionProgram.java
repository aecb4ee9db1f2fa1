package dev.lamina.compiler.lowering.step;

import dev.lamina.compiler.lowering.ScoreLowering;
import dev.lamina.compiler.lowering.call.Call;
import dev.lamina.compiler.lowering.call.HostArray;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Layer;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A forward pass of prediction, of up to so many rows, as a list of calls.
 *
 * <p>Noise is gone, and batch normalization is folded into the dense layer before it. The weights
 * are read anew at each run.
 */
public final class PredictionProgram implements AutoCloseable {

  private final Buffers buffers;
  private final HostArray features;
  private final Call[] calls;
  private final Head head;
  private final int width;

  private PredictionProgram(Buffers buffers, INDArray features, Calls calls, Head head, int width) {
    this.buffers = buffers;
    this.features = HostArray.of(features);
    this.calls = calls.list();
    this.head = head;
    this.width = width;
  }

  /** Lays out the prediction of a plan for at most so many rows. */
  public static PredictionProgram of(Plan plan, int rows, NetworkArrays arrays) {
    return Buffers.lay(plan, rows, buffers -> of(plan, buffers, arrays));
  }

  private static PredictionProgram of(Plan plan, Buffers buffers, NetworkArrays arrays) {
    INDArray features = buffers.batch(plan.inputShape().size());
    Calls calls = new Calls();
    INDArray reached = features;
    List<PlanNode> layers = plan.nodes().subList(0, plan.nodes().size() - 1);
    for (int number = 0; number < layers.size(); number++) {
      PlanNode node = layers.get(number);
      Layer layer = LayerOf.node(node);
      Site site = new Site(node.name(), reached, calls, buffers, arrays);
      if (number + 1 < layers.size() && isFolded(layer, LayerOf.node(layers.get(number + 1)))) {
        PlanNode norm = layers.get(++number);
        Site next = new Site(norm.name(), reached, calls, buffers, arrays);
        reached = new FoldedNorm(site, next).lay((Dense) layer, (BatchNorm) LayerOf.node(norm));
      } else {
        reached = layer.accept(new PredictionLowering(site));
      }
    }
    int width = plan.last().outputShape().size();
    Head head =
        new HeadLowering(LayerOf.score(plan), width).head(buffers, ScoreLowering.of(plan), reached);
    return new PredictionProgram(buffers, features, calls, head, width);
  }

  private static boolean isFolded(Layer layer, Layer next) {
    return layer instanceof Dense dense
        && dense.activation() instanceof dev.lamina.dsl.activation.Linear
        && next instanceof BatchNorm;
  }

  /**
   * The outputs of rows of features, {@code [to - from][outputs]}.
   *
   * @param from the first row, inclusive
   * @param to the last row, exclusive
   */
  public double[][] predict(double[][] samples, int from, int to) {
    for (int row = from; row < to; row++) {
      features.write(samples[row], (row - from) * samples[row].length);
    }
    forward();
    head.predict(to - from);
    double[][] outputs = new double[to - from][];
    for (int row = 0; row < outputs.length; row++) {
      outputs[row] = Arrays.copyOfRange(head.outputs(), row * width, (row + 1) * width);
    }
    return outputs;
  }

  /**
   * Compares the outputs of these rows with targets, after which {@link #loss} tells.
   *
   * @param weights how much the loss of each row counts; none where each counts 1
   * @return the outputs, row by row
   */
  public double[] compare(double[] rowByRow, double[] targets, double[] weights, int rows) {
    features.write(rowByRow);
    forward();
    head.compare(targets, weights, rows);
    return Arrays.copyOf(head.outputs(), rows * width);
  }

  private void forward() {
    for (Call call : calls) {
      call.run();
    }
  }

  /** The mean loss of the rows that were compared last, without penalties. */
  public double loss() {
    return head.loss();
  }

  @Override
  public void close() {
    buffers.close();
  }
}
