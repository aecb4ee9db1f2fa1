package dev.lamina.compiler.lowering.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PointwiseFunctionTest {

  static Stream<PointwiseFunction> functions() {
    return Stream.of(
        new ExactGelu(),
        new ExactGeluTanh(),
        new ExactSwish(),
        new ExactMish(),
        new ExactSoftplus(),
        new ExactRelu6(),
        new ExactHardSigmoid(),
        new ExactStep());
  }

  static Stream<PointwiseFunction> functionsThatBecomeTheIdentity() {
    return Stream.of(
        new ExactGelu(),
        new ExactGeluTanh(),
        new ExactSwish(),
        new ExactMish(),
        new ExactSoftplus());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void nanStaysNan(PointwiseFunction function) {
    INDArray inputs = Nd4j.createFromArray(Float.NaN, 1f);

    INDArray outputs = function.getActivation(inputs, true);

    assertThat(outputs.getFloat(0)).isNaN();
    assertThat(outputs.getFloat(1)).isFinite();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theResultTakesThePlaceOfTheInputs(PointwiseFunction function) {
    INDArray forward = Nd4j.createFromArray(-1d, 2d);
    INDArray backward = forward.dup();

    INDArray outputs = function.getActivation(forward, true);
    INDArray gradient = function.backprop(backward, Nd4j.onesLike(backward)).getFirst();

    assertThat(outputs).isSameAs(forward);
    assertThat(gradient).isSameAs(backward);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theGradientFromAboveIsLeftAsItWas(PointwiseFunction function) {
    INDArray above = Nd4j.createFromArray(3d, -5d);

    INDArray gradient = function.backprop(Nd4j.createFromArray(-1d, 2d), above).getFirst();

    assertThat(gradient).isNotSameAs(above);
    assertThat(above.toDoubleVector()).containsExactly(3, -5);
  }

  @ParameterizedTest
  @MethodSource("functionsThatBecomeTheIdentity")
  void farFromZeroTheyAreTheRectifierInSinglePrecision(PointwiseFunction function) {
    INDArray inputs = Nd4j.createFromArray(-1000f, 1000f);

    INDArray outputs = function.getActivation(inputs.dup(), true);
    INDArray gradient = function.backprop(inputs.dup(), Nd4j.onesLike(inputs)).getFirst();

    assertThat(outputs.toFloatVector()).containsExactly(new float[] {0, 1000}, within(1e-30f));
    assertThat(gradient.toFloatVector()).containsExactly(new float[] {0, 1}, within(1e-30f));
  }

  @Test
  void theTanhFormIsWithinFiveTenThousandthsOfTheExactOne() {
    INDArray inputs = Nd4j.linspace(DataType.DOUBLE, -6, 0.01, 1201);

    INDArray exact = new ExactGelu().getActivation(inputs.dup(), true);
    INDArray near = new ExactGeluTanh().getActivation(inputs.dup(), true);

    assertThat(exact.sub(near).amaxNumber().doubleValue()).isBetween(4e-4, 5e-4);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void configurationSurvivesJson(PointwiseFunction function) {
    NeuralNetConfiguration configuration =
        new NeuralNetConfiguration.Builder().layer(new ActivationLayer(function)).build();

    String json = configuration.toJson();
    NeuralNetConfiguration read = NeuralNetConfiguration.fromJson(json);

    String name = function.getClass().getSimpleName();
    assertThat(json).contains("\"dev.lamina.compiler.lowering.activation." + name + "\"");
    assertThat(((ActivationLayer) read.getLayer()).getActivationFn())
        .isEqualTo(function)
        .isNotSameAs(function)
        .hasSameHashCodeAs(function)
        .hasToString(name + "()");
  }

  @Test
  void differentFunctionsDiffer() {
    assertThat(functions().distinct()).hasSize(8);
  }
}
