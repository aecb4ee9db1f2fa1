package dev.lamina.benchmark.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import dev.lamina.benchmark.subject.Passes;
import java.util.List;

/**
 * DJL's training loop: gradients, then a step of the trainer.
 *
 * <p>A scope closes what a step makes, the handles of gradients included, which otherwise pile up
 * in the model's manager. Nothing but {@link #loss} reads the loss.
 */
final class DjlPasses implements Passes {

  private final DjlNetwork network;
  private final List<DjlBatch> batches;
  private boolean begun;

  DjlPasses(DjlNetwork network, List<DjlBatch> batches) {
    this.network = network;
    this.batches = batches;
  }

  @Override
  public void pass() {
    for (DjlBatch batch : batches) {
      step(batch);
    }
  }

  /** The first step makes the arrays of Adam, which stay. */
  private void step(DjlBatch batch) {
    if (!begun) {
      begun = true;
      update(batch);
      return;
    }
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      update(batch);
    }
  }

  private void update(DjlBatch batch) {
    Trainer trainer = network.trainer();
    try (GradientCollector collector = trainer.newGradientCollector()) {
      NDArray loss = trainer.getLoss().evaluate(batch.targets(), trainer.forward(batch.features()));
      collector.backward(loss);
    }
    trainer.step();
  }

  /** Without dropout. */
  @Override
  public double loss() {
    Trainer trainer = network.trainer();
    double sum = 0;
    for (DjlBatch batch : batches) {
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        sum +=
            trainer
                .getLoss()
                .evaluate(batch.targets(), trainer.evaluate(batch.features()))
                .getFloat();
      }
    }
    return sum / batches.size();
  }
}
