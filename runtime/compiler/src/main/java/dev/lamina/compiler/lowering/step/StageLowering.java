package dev.lamina.compiler.lowering.step;

import dev.lamina.dsl.layer.ActivationLayer;
import dev.lamina.dsl.layer.AlphaDropout;
import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Dropout;
import dev.lamina.dsl.layer.GaussianDropout;
import dev.lamina.dsl.layer.GaussianNoise;
import dev.lamina.dsl.layer.Layer;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.BernoulliDistribution;
import org.nd4j.linalg.api.ops.random.impl.DropOutInverted;
import org.nd4j.linalg.api.ops.random.impl.GaussianDistribution;

/**
 * Lays out a layer as it works in training.
 *
 * <p>Random numbers are drawn by the same operations, in the same order, as in DL4J's own step, so
 * that one seed gives both the same.
 */
record StageLowering(Site site) implements Layer.Cases<Stage> {

  @Override
  public Stage dense(Dense dense) {
    return new DenseStage(site, dense);
  }

  @Override
  public Stage batchNorm(BatchNorm batchNorm) {
    return batchNorm.isFrozen()
        ? new FixedNormStage(site, batchNorm)
        : new BatchNormStage(site, batchNorm);
  }

  @Override
  public Stage dropout(Dropout dropout) {
    INDArray mask = batch();
    INDArray ones = site.buffers().filled(mask.shape(), 1);
    site.forward().draw(new DropOutInverted(ones, mask, 1 - dropout.rate()));
    return times(mask);
  }

  /**
   * {@code a (x d + alpha' (1 - d)) + b}, where d is 0 for the units that are dropped, alpha' what
   * SELU tends to for negative numbers, and a and b keep mean and variance. Klambauer et al.,
   * Self-Normalizing Neural Networks, 2017.
   */
  @Override
  public Stage alphaDropout(AlphaDropout alphaDropout) {
    double kept = 1 - alphaDropout.rate();
    double least =
        -org.deeplearning4j.nn.conf.dropout.AlphaDropout.DEFAULT_LAMBDA
            * org.deeplearning4j.nn.conf.dropout.AlphaDropout.DEFAULT_ALPHA;
    double a = 1 / Math.sqrt(kept + least * least * kept * (1 - kept));
    double b = -a * (1 - kept) * least;
    INDArray mask = batch();
    INDArray output = batch();
    INDArray shift = site.buffers().scratch(site.width());
    site.forward()
        .draw(new BernoulliDistribution(mask, kept))
        .multiply(mask, number(-a * least), shift)
        .add(shift, number(a * least + b), shift)
        .multiply(mask, number(a), mask)
        .multiply(site.input(), mask, output)
        .add(output, shift, output);
    return new NoiseStage(output, Optional.of(mask));
  }

  @Override
  public Stage gaussianDropout(GaussianDropout gaussianDropout) {
    double rate = gaussianDropout.rate();
    INDArray noise = batch();
    site.forward().draw(new GaussianDistribution(noise, 1, Math.sqrt(rate / (1 - rate))));
    return times(noise);
  }

  @Override
  public Stage gaussianNoise(GaussianNoise gaussianNoise) {
    INDArray output = batch();
    site.forward()
        .draw(new GaussianDistribution(output, 0, gaussianNoise.stddev()))
        .add(site.input(), output, output);
    return new NoiseStage(output, Optional.empty());
  }

  /** On a copy, as the layer before may need what it gave. */
  @Override
  public Stage activation(ActivationLayer activation) {
    INDArray copy = batch();
    site.forward().copy(site.input(), copy);
    Bend bend = activation.activation().accept(new BendLowering(site.input(copy)));
    return new ActivationStage(bend);
  }

  private Stage times(INDArray factors) {
    INDArray output = batch();
    site.forward().multiply(site.input(), factors, output);
    return new NoiseStage(output, Optional.of(factors));
  }

  private INDArray batch() {
    return site.buffers().batch(site.width());
  }

  private INDArray number(double value) {
    return site.buffers().filled(new long[] {1, 1}, value);
  }

  private record ActivationStage(Bend bend) implements Stage {

    @Override
    public INDArray output() {
      return bend.output();
    }

    @Override
    public INDArray backward(Calls calls, INDArray slope, boolean inputWanted) {
      if (inputWanted) {
        bend.derivative().add(calls, slope);
      }
      return slope;
    }
  }
}
