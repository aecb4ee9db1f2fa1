package dev.lamina.compiler.lowering.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ExactEluTest {

  @Test
  void farNegativeInputsGoToMinusAlphaAndFarPositiveOnesPass() {
    INDArray inputs = Nd4j.createFromArray(-1000f, -100f, 0f, 100f, 1000f);

    INDArray outputs = new ExactElu(0.5).getActivation(inputs.dup(), false);
    INDArray gradient = new ExactElu(0.5).backprop(inputs.dup(), Nd4j.onesLike(inputs)).getFirst();

    assertThat(outputs.toFloatVector()).containsExactly(-0.5f, -0.5f, 0, 100, 1000);
    assertThat(gradient.getFloat(0)).isZero();
    assertThat(gradient.getFloat(1)).isBetween(0f, 1e-40f);
    assertThat(gradient.getFloat(2)).isEqualTo(1);
    assertThat(gradient.getFloat(4)).isEqualTo(1);
  }

  @Test
  void nanStaysNan() {
    INDArray inputs = Nd4j.createFromArray(Float.NaN, 1f);

    INDArray outputs = new ExactElu(0.5).getActivation(inputs, false);

    assertThat(outputs.toFloatVector()).containsExactly(Float.NaN, 1);
  }

  @Test
  void configurationSurvivesJson() {
    NeuralNetConfiguration configuration =
        new NeuralNetConfiguration.Builder().layer(new ActivationLayer(new ExactElu(0.5))).build();

    String json = configuration.toJson();
    NeuralNetConfiguration read = NeuralNetConfiguration.fromJson(json);

    assertThat(json).contains("\"dev.lamina.compiler.lowering.activation.ExactElu\"");
    assertThat(((ActivationLayer) read.getLayer()).getActivationFn())
        .isEqualTo(new ExactElu(0.5))
        .hasSameHashCodeAs(new ExactElu(0.5))
        .isNotEqualTo(new ExactElu(1))
        .hasToString("ExactElu(alpha=0.5)");
  }

  @Test
  void alphaThatIsNotFiniteIsRefused() {
    assertThatThrownBy(() -> new ExactElu(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "ExactElu expects `alpha` to be finite, but got NaN. Fix: give a number such as 1.");
  }
}
