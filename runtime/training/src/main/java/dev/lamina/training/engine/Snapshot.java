package dev.lamina.training.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a network had learned at one moment: parameters, and what its optimizer remembers. */
public final class Snapshot {

  private final INDArray parameters;
  private final Optional<INDArray> optimizerState;
  private final int iterations;
  private final int epochs;
  private final double rateFactor;
  private final Optional<INDArray> average;

  private Snapshot(
      INDArray parameters,
      Optional<INDArray> optimizerState,
      int iterations,
      int epochs,
      double rateFactor,
      Optional<INDArray> average) {
    this.parameters = parameters;
    this.optimizerState = optimizerState;
    this.iterations = iterations;
    this.epochs = epochs;
    this.rateFactor = rateFactor;
    this.average = average;
  }

  /** Copies of what a graph has at this moment. */
  static Snapshot of(ComputationGraph graph, double rateFactor, Optional<INDArray> average) {
    return new Snapshot(
        graph.params().dup(),
        Optional.ofNullable(graph.getUpdater().getStateViewArray()).map(INDArray::dup),
        graph.getIterationCount(),
        graph.getEpochCount(),
        rateFactor,
        average);
  }

  /**
   * What {@link #bytes} gave of a network.
   *
   * @param like of the same network, of which this takes the arrays
   */
  static Snapshot of(byte[] bytes, Snapshot like, int iterations, int epochs, double rateFactor)
      throws IOException {
    long one = length(List.of(like.parameters));
    Optional<INDArray> average = Optional.empty();
    if (bytes.length == like.length() + one && like.average.isEmpty()) {
      average = Optional.of(like.parameters.dup());
    }
    Snapshot read =
        new Snapshot(like.parameters, like.optimizerState, iterations, epochs, rateFactor, average);
    if (bytes.length != read.length()) {
      throw new IOException(
          "weights are of %d bytes but the description needs %d."
              .formatted(bytes.length, read.length()));
    }
    read.fill(bytes);
    return read;
  }

  private void fill(byte[] bytes) {
    int at = 0;
    for (INDArray array : arrays()) {
      INDArray given = NumberArray.of(array.dataType(), bytes, at, array.length()).array();
      array.assign(given.reshape(array.shape()));
      given.close();
      at += (int) (array.length() * array.dataType().width());
    }
  }

  /** All numbers, in the precision of the network. */
  public byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length()));
    arrays().forEach(array -> NumberArray.write(array, bytes));
    return bytes.array();
  }

  private long length() {
    return length(arrays());
  }

  private static long length(List<INDArray> arrays) {
    return arrays.stream().mapToLong(array -> array.length() * array.dataType().width()).sum();
  }

  /** All arrays, in an order that stays. */
  private List<INDArray> arrays() {
    return Stream.of(Optional.of(parameters), optimizerState, average)
        .flatMap(Optional::stream)
        .toList();
  }

  INDArray parameters() {
    return parameters;
  }

  Optional<INDArray> optimizerState() {
    return optimizerState;
  }

  /** Whether it has an average of weights beside the weights. */
  public boolean isAveraged() {
    return average.isPresent();
  }

  /** How many updates it had seen. */
  public int iterations() {
    return iterations;
  }

  /** How many epochs it had seen. */
  public int epochs() {
    return epochs;
  }

  /** What its learning rates were multiplied by. */
  public double rateFactor() {
    return rateFactor;
  }

  /** The moving average of the parameters, as many and in their order, where there is one. */
  Optional<INDArray> average() {
    return average;
  }
}
