package dev.lamina.training.engine;

import dev.lamina.training.data.Batch;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What computes the gradients of a mini-batch, and leaves them in the network's own array. */
interface Backpropagation extends AutoCloseable {

  /**
   * Computes the gradients of the mean loss, without penalties; random numbers come from the
   * thread's generator.
   *
   * @param watcher is shown what each node gave
   */
  Pass run(Batch batch, Watcher watcher);

  /** Gives back the memory that only further batches would need. */
  @Override
  void close();

  /**
   * What a mini-batch gave.
   *
   * @param loss the mean loss of its samples, without penalties
   * @param outputs the network's outputs, row by row, until the next batch
   * @param isFinite whether all logits are
   */
  record Pass(double loss, double[] outputs, boolean isFinite) {}

  /** Who looks at what each node gave, which is gone afterwards. */
  @FunctionalInterface
  interface Watcher {
    void look(Pass pass, Map<String, INDArray> activations);
  }
}
