package dev.lamina.training.engine;

import dev.lamina.compiler.plan.Operation;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.compiler.plan.PlanNode;
import dev.lamina.dsl.layer.BatchNorm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gradients of several mini-batches for one update: their mean over samples, as if those had been
 * one mini-batch.
 *
 * <p>Running averages do not wait: each mini-batch moves them by itself.
 */
final class Accumulation implements AutoCloseable {

  private final List<INDArray> gradients;
  private final List<Running> running;
  private final List<INDArray> sums = new ArrayList<>();
  private int samples;

  /**
   * Without any gradients yet.
   *
   * @param gradients where those of a mini-batch are, by each learned parameter
   */
  Accumulation(Plan plan, GraphArrays arrays, List<INDArray> gradients) {
    this.gradients = gradients;
    this.running = plan.nodes().stream().flatMap(node -> running(node, arrays)).toList();
  }

  private static Stream<Running> running(PlanNode node, GraphArrays arrays) {
    boolean moves =
        node.operation() instanceof Operation.Apply apply
            && apply.layer() instanceof BatchNorm norm
            && !norm.isFrozen();
    return moves
        ? Stream.of(
                BatchNormalizationParamInitializer.GLOBAL_MEAN,
                BatchNormalizationParamInitializer.GLOBAL_VAR)
            .map(
                key ->
                    new Running(
                        arrays.parameter(node.name(), key), arrays.gradient(node.name(), key)))
        : Stream.empty();
  }

  /** Puts the gradients of a mini-batch of so many samples aside. */
  void add(int rows) {
    begin();
    for (int i = 0; i < sums.size(); i++) {
      sums.get(i).addi(gradients.get(i).muli(rows)); // which the next mini-batch overwrites
    }
    running.forEach(Running::move);
    samples += rows;
  }

  /**
   * Makes the gradients of a mini-batch of so many samples those of all that were put aside too.
   */
  void join(int rows) {
    if (samples == 0) {
      return;
    }
    for (int i = 0; i < sums.size(); i++) {
      gradients.get(i).muli(rows).addi(sums.get(i)).divi(samples + rows);
      sums.get(i).assign(0);
    }
    samples = 0;
  }

  private void begin() {
    if (sums.isEmpty()) {
      gradients.forEach(each -> sums.add(each.like()));
    }
  }

  /** What was put aside, and of how many samples it is; no bytes where nothing was. */
  byte[] bytes() {
    if (samples == 0) {
      return new byte[0];
    }
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length()));
    bytes.putInt(samples);
    sums.forEach(each -> NumberArray.write(each, bytes));
    return bytes.array();
  }

  /**
   * Puts aside what {@link #bytes} gave of a network of the same description, and says of how many
   * samples it is.
   *
   * @throws IOException if it had another number of parameters, with a sentence that says so
   */
  int restore(byte[] bytes, EngineScope scope) throws IOException {
    if (bytes.length != length()) {
      throw new IOException(
          "gradients are of %d bytes but the description needs %d."
              .formatted(bytes.length, length()));
    }
    begin();
    samples = ByteBuffer.wrap(bytes).getInt();
    int at = Integer.BYTES;
    for (INDArray sum : sums) {
      INDArray given = scope.own(NumberArray.of(sum.dataType(), bytes, at, sum.length()).array());
      sum.assign(given.reshape(sum.ordering(), sum.shape()));
      at += (int) sum.length() * sum.dataType().width();
    }
    return samples;
  }

  private long length() {
    return Integer.BYTES
        + gradients.stream().mapToLong(each -> each.length() * each.dataType().width()).sum();
  }

  /** Forgets what was put aside. */
  @Override
  public void close() {
    sums.forEach(INDArray::close);
    sums.clear();
    samples = 0;
  }

  /**
   * A running average.
   *
   * @param lost what it loses by a mini-batch
   */
  private record Running(INDArray average, INDArray lost) {

    void move() {
      average.subi(lost);
    }
  }
}
