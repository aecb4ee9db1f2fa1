package dev.lamina.compiler.lowering.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TemperedSoftmaxTest {

  private static final double[][] LOGITS = {{0.3, -1.2, 2.5}, {7, 8, -9}};
  private static final double[][] SLOPES = {{1, -2, 0.5}, {0, 3, 1}};

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 1, 2, 100})
  void valuesAndGradientAreThoseOfTheClosedForm(double temperature) {
    TemperedSoftmax softmax = new TemperedSoftmax(temperature);
    INDArray slopes = Nd4j.createFromArray(SLOPES);

    INDArray outputs = softmax.getActivation(Nd4j.createFromArray(LOGITS).dup('f'), true);
    INDArray gradient = softmax.backprop(Nd4j.createFromArray(LOGITS).dup('f'), slopes).getFirst();

    for (int row = 0; row < 2; row++) {
      double[] s = shares(LOGITS[row], temperature);
      double[] byLogit = new double[3];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          byLogit[j] += SLOPES[row][i] * s[i] * ((i == j ? 1 : 0) - s[j]) / temperature;
        }
      }
      assertThat(outputs.getRow(row).toDoubleVector()).containsExactly(s, within(1e-12));
      assertThat(gradient.getRow(row).toDoubleVector()).containsExactly(byLogit, within(1e-12));
    }
    assertThat(slopes.toDoubleMatrix()).isDeepEqualTo(SLOPES);
  }

  @Test
  void withTemperatureOneItIsTheSoftmaxOfDl4j() {
    INDArray logits = Nd4j.createFromArray(LOGITS);

    INDArray ours = new TemperedSoftmax(1).getActivation(logits.dup(), true);
    INDArray theirs = new ActivationSoftmax().getActivation(logits.dup(), true);

    assertThat(ours.data().asDouble()).containsExactly(theirs.data().asDouble(), within(1e-15));
  }

  @Test
  void greatHeatMakesAllEqualAndGreatColdLeavesTheLargest() {
    INDArray logits = Nd4j.createFromArray(new float[][] {{3, 1, 0.5f}});

    INDArray hot = new TemperedSoftmax(1e30).getActivation(logits.dup(), true);
    INDArray cold = new TemperedSoftmax(1e-30).getActivation(logits.dup(), true);

    assertThat(hot.toFloatMatrix()[0])
        .containsExactly(new float[] {1f / 3, 1f / 3, 1f / 3}, within(1e-7f));
    assertThat(cold.toFloatMatrix()[0]).containsExactly(1, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-30, 1e-3, 0.5, 2, 1e3, 1e30})
  void extremeLogitsStayFiniteInSinglePrecision(double temperature) {
    TemperedSoftmax softmax = new TemperedSoftmax(temperature);
    INDArray near = Nd4j.arange(-1000, 1001).castTo(DataType.FLOAT).reshape(667, 3);
    INDArray far = Nd4j.createFromArray(new float[][] {{1000, -1000, 0}, {-1000, -1000, 1000}});

    double[] outputs = softmax.getActivation(near.dup(), true).data().asDouble();
    double[] spread = softmax.getActivation(far.dup(), true).data().asDouble();
    double[] gradient = softmax.backprop(far.dup(), far).getFirst().data().asDouble();

    assertThat(DoubleStream.of(outputs)).hasSize(2001).allMatch(Double::isFinite);
    assertThat(DoubleStream.of(spread)).hasSize(6).allMatch(Double::isFinite);
    assertThat(DoubleStream.of(gradient)).hasSize(6).allMatch(Double::isFinite);
  }

  @Test
  void configurationSurvivesJson() {
    NeuralNetConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .layer(new ActivationLayer(new TemperedSoftmax(0.5)))
            .build();

    String json = configuration.toJson();
    NeuralNetConfiguration read = NeuralNetConfiguration.fromJson(json);

    assertThat(json).contains("\"dev.lamina.compiler.lowering.activation.TemperedSoftmax\"");
    assertThat(((ActivationLayer) read.getLayer()).getActivationFn())
        .isEqualTo(new TemperedSoftmax(0.5))
        .hasSameHashCodeAs(new TemperedSoftmax(0.5))
        .isNotEqualTo(new TemperedSoftmax(2))
        .hasToString("TemperedSoftmax(temperature=0.5)");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1e-31, 1e31, Double.NaN, Double.POSITIVE_INFINITY})
  void otherTemperaturesAreRefused(double temperature) {
    assertThatThrownBy(() -> new TemperedSoftmax(temperature))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "TemperedSoftmax expects `temperature` from 1e-30 to 1e30, but got "
                + temperature
                + ". Fix: give a number such as 2.");
  }

  private static double[] shares(double[] logits, double temperature) {
    double[] powers = Arrays.stream(logits).map(z -> Math.exp(z / temperature)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }
}
