package dev.lamina.compiler.lowering.step;

import dev.lamina.compiler.lowering.ActivationLowering;
import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Elu;
import dev.lamina.dsl.activation.Gelu;
import dev.lamina.dsl.activation.GeluTanh;
import dev.lamina.dsl.activation.HardSigmoid;
import dev.lamina.dsl.activation.LeakyRelu;
import dev.lamina.dsl.activation.Linear;
import dev.lamina.dsl.activation.Mish;
import dev.lamina.dsl.activation.Relu;
import dev.lamina.dsl.activation.Relu6;
import dev.lamina.dsl.activation.Selu;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.activation.Softplus;
import dev.lamina.dsl.activation.Softsign;
import dev.lamina.dsl.activation.Swish;
import dev.lamina.dsl.activation.Tanh;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Lays out an activation of what the site gets, which nobody else reads: both passes overwrite it.
 *
 * <p>Those whose derivative follows from their output work in place; the others are computed by the
 * function that DL4J's own step calls.
 */
record BendLowering(Site site) implements Activation.Cases<Bend> {

  @Override
  public Bend linear(Linear linear) {
    return new Bend(site.input(), (calls, slope) -> {});
  }

  @Override
  public Bend relu(Relu relu) {
    INDArray output = site.input();
    site.forward().rectify(output);
    return new Bend(
        output,
        (calls, slope) -> {
          INDArray kept = scratch();
          calls.isAboveZero(output, kept).multiply(slope, kept, slope);
        });
  }

  /** {@code f' = f (1 - f)}. */
  @Override
  public Bend sigmoid(Sigmoid sigmoid) {
    INDArray output = site.input();
    site.forward().sigmoid(output);
    return new Bend(
        output,
        (calls, slope) -> {
          INDArray part = scratch();
          calls
              .multiply(output, output, part)
              .subtract(output, part, part)
              .multiply(slope, part, slope);
        });
  }

  /** {@code f' = 1 - f^2}. */
  @Override
  public Bend tanh(Tanh tanh) {
    INDArray output = site.input();
    site.forward().tanh(output);
    return new Bend(
        output,
        (calls, slope) -> {
          INDArray lost = scratch();
          calls
              .multiply(output, output, lost)
              .multiply(lost, slope, lost)
              .subtract(slope, lost, slope);
        });
  }

  @Override
  public Bend leakyRelu(LeakyRelu leakyRelu) {
    return asDl4jDoes(leakyRelu);
  }

  @Override
  public Bend elu(Elu elu) {
    return asDl4jDoes(elu);
  }

  @Override
  public Bend selu(Selu selu) {
    return asDl4jDoes(selu);
  }

  @Override
  public Bend step(dev.lamina.dsl.activation.Step step) {
    return asDl4jDoes(step);
  }

  @Override
  public Bend gelu(Gelu gelu) {
    return asDl4jDoes(gelu);
  }

  @Override
  public Bend geluTanh(GeluTanh geluTanh) {
    return asDl4jDoes(geluTanh);
  }

  @Override
  public Bend swish(Swish swish) {
    return asDl4jDoes(swish);
  }

  @Override
  public Bend mish(Mish mish) {
    return asDl4jDoes(mish);
  }

  @Override
  public Bend softplus(Softplus softplus) {
    return asDl4jDoes(softplus);
  }

  @Override
  public Bend softsign(Softsign softsign) {
    return asDl4jDoes(softsign);
  }

  @Override
  public Bend hardSigmoid(HardSigmoid hardSigmoid) {
    return asDl4jDoes(hardSigmoid);
  }

  @Override
  public Bend relu6(Relu6 relu6) {
    return asDl4jDoes(relu6);
  }

  @Override
  public Bend softmax(Softmax softmax) {
    return asDl4jDoes(softmax);
  }

  private Bend asDl4jDoes(Activation activation) {
    IActivation function = activation.accept(new ActivationLowering());
    INDArray input = site.input();
    INDArray output = site.buffers().batch(site.width());
    site.forward()
        .and(
            new Temporary(() -> output.assign(function.getActivation(output.assign(input), true))));
    return new Bend(
        output,
        (calls, slope) ->
            calls.and(
                new Temporary(() -> slope.assign(function.backprop(input, slope).getFirst()))));
  }

  private INDArray scratch() {
    return site.buffers().scratch(site.width());
  }
}
