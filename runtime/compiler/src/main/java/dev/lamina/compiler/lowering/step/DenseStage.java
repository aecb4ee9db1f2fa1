package dev.lamina.compiler.lowering.step;

import dev.lamina.dsl.layer.Dense;
import java.util.Optional;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.BernoulliDistribution;

/**
 * {@code f(x W + b)}; backward, with {@code delta} the gradient by {@code x W + b}: {@code x^T
 * delta}, the sum of delta over samples, and {@code delta W^T}.
 */
final class DenseStage implements Stage {

  private static final String WEIGHTS = DefaultParamInitializer.WEIGHT_KEY;
  private static final String BIASES = DefaultParamInitializer.BIAS_KEY;

  private final Site site;
  private final Dense dense;

  /** What each weight is multiplied by, where weights are dropped. */
  private final Optional<INDArray> mask;

  /** The weights that are left. */
  private final INDArray weights;

  private final Bend bend;

  DenseStage(Site site, Dense dense) {
    this.site = site;
    this.dense = dense;
    INDArray all = site.parameter(WEIGHTS);
    this.mask = dense.dropConnect() > 0 ? Optional.of(site.buffers().like(all)) : Optional.empty();
    this.weights = mask.isPresent() ? site.buffers().like(all) : all;
    mask.ifPresent(drawn -> drop(all, drawn));
    INDArray sums = site.buffers().batch(dense.units());
    site.forward().product(site.input(), weights, sums);
    if (dense.hasBias()) {
      site.forward().addRow(sums, site.parameter(BIASES));
    }
    this.bend = dense.activation().accept(new BendLowering(site.input(sums)));
  }

  private void drop(INDArray all, INDArray drawn) {
    double kept = 1 - dense.dropConnect();
    INDArray scale = site.buffers().filled(new long[] {1, 1}, 1 / kept);
    site.forward()
        .draw(new BernoulliDistribution(drawn, kept))
        .multiply(drawn, scale, drawn)
        .multiply(all, drawn, weights);
  }

  @Override
  public INDArray output() {
    return bend.output();
  }

  @Override
  public INDArray backward(Calls calls, INDArray slope, boolean inputWanted) {
    bend.derivative().add(calls, slope);
    if (!dense.isFrozen()) {
      learn(calls, slope);
    }
    if (!inputWanted) {
      return slope;
    }
    INDArray before = site.buffers().batch(site.width());
    calls.product(slope, false, weights, true, 1, before);
    return before;
  }

  private void learn(Calls calls, INDArray slope) {
    INDArray gradient = site.gradient(WEIGHTS);
    calls.product(site.input(), true, slope, false, 1, gradient);
    mask.ifPresent(drawn -> calls.multiply(gradient, drawn, gradient));
    if (dense.hasBias()) {
      calls.product(site.buffers().ones(), slope, site.gradient(BIASES));
    }
  }
}
