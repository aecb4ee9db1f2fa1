package dev.lamina.compiler.lowering.updater;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.NesterovsUpdater;
import org.nd4j.linalg.learning.SgdUpdater;

/** How gradients become what parameters lose. */
@FunctionalInterface
interface Optimization {

  /** Does it, in place. */
  void apply(int iteration, int epoch);

  /**
   * On these gradients.
   *
   * <p>Where DL4J's own optimizer is that of the textbook, it stays in model files, and its
   * recurrence is computed here: DL4J makes up to three native objects for each step.
   */
  static Optimization of(GradientUpdater<?> updater, INDArray gradient) {
    if (updater instanceof SgdUpdater sgd && Sweep.isOnHost(gradient, List.of())) {
      return descent(sgd, Sweep.of(gradient, List.of()));
    }
    if (updater instanceof NesterovsUpdater nesterov && nesterov.getV() != null) {
      List<INDArray> state = List.of(nesterov.getV().reshape(gradient.shape()));
      if (Sweep.isOnHost(gradient, state)) {
        return lookingAhead(nesterov, Sweep.of(gradient, state));
      }
    }
    return (iteration, epoch) -> updater.applyUpdater(gradient, iteration, epoch);
  }

  /** {@code g <- eta g}. */
  private static <N extends Numbers<N>> Optimization descent(SgdUpdater sgd, Sweep<N> sweep) {
    return (iteration, epoch) -> {
      double rate = sgd.getConfig().getLearningRate(iteration, epoch);
      while (sweep.next()) {
        sweep.gradient().scale(rate);
      }
    };
  }

  /** {@code u <- gamma v}, {@code v <- u - eta g}, {@code g <- u - (1 + gamma) v}. */
  private static <N extends Numbers<N>> Optimization lookingAhead(
      NesterovsUpdater nesterov, Sweep<N> sweep) {
    return (iteration, epoch) -> {
      double rate = nesterov.getConfig().getLearningRate(iteration, epoch);
      double kept = nesterov.getConfig().currentMomentum(iteration, epoch);
      while (sweep.next()) {
        N velocity = sweep.part(0);
        velocity.scale(kept);
        sweep.spare().copy(velocity);
        velocity.blend(1, -rate, sweep.gradient());
        sweep.gradient().copy(sweep.spare());
        sweep.gradient().blend(1, -1 - kept, velocity);
      }
    };
  }
}
