package dev.lamina.compiler.lowering.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ExactLeakyReluTest {

  @Test
  void nanStaysNan() {
    INDArray inputs = Nd4j.createFromArray(Float.NaN, 1f);

    INDArray outputs = new ExactLeakyRelu(0.3).getActivation(inputs, false);

    assertThat(outputs.toFloatVector()).containsExactly(Float.NaN, 1);
  }

  @Test
  void configurationSurvivesJson() {
    NeuralNetConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .layer(new ActivationLayer(new ExactLeakyRelu(0.3)))
            .build();

    String json = configuration.toJson();
    NeuralNetConfiguration read = NeuralNetConfiguration.fromJson(json);

    assertThat(json).contains("\"dev.lamina.compiler.lowering.activation.ExactLeakyRelu\"");
    assertThat(((ActivationLayer) read.getLayer()).getActivationFn())
        .isEqualTo(new ExactLeakyRelu(0.3))
        .hasSameHashCodeAs(new ExactLeakyRelu(0.3))
        .isNotEqualTo(new ExactLeakyRelu(1))
        .hasToString("ExactLeakyRelu(alpha=0.3)");
  }

  @Test
  void alphaThatIsNotFiniteIsRefused() {
    assertThatThrownBy(() -> new ExactLeakyRelu(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "ExactLeakyRelu expects `alpha` to be finite, but got NaN."
                + " Fix: give a number such as 0.01.");
  }
}
