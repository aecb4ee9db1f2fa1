package dev.lamina.compiler.lowering.initializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.lamina.compiler.lowering.initializer.VarianceScaling.Fan;
import dev.lamina.compiler.lowering.initializer.VarianceScaling.Spread;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

class VarianceScalingTest {

  private static final int FAN_IN = 400;
  private static final int FAN_OUT = 250;

  @BeforeEach
  void seedTheGenerator() {
    Nd4j.getRandom().setSeed(5);
  }

  @ParameterizedTest
  @CsvSource({"IN, 400", "OUT, 250", "AVERAGE, 325"})
  void uniformWeightsHaveVarianceOfScaleByFanAndFillTheirLimits(Fan mode, double fan) {
    VarianceScaling scaling = new VarianceScaling(2, mode, Spread.UNIFORM);

    double[] weights = draw(scaling, DataType.DOUBLE);

    double limit = Math.sqrt(3 * 2 / fan);
    assertThat(weights).hasSize(100_000);
    assertThat(moment(weights, 1)).isCloseTo(0, within(4 * Math.sqrt(2 / fan / 1e5)));
    assertThat(moment(weights, 2)).isCloseTo(2 / fan, withinPercentage(1.2));
    assertThat(moment(weights, 4)).isCloseTo(Math.pow(limit, 4) / 5, withinPercentage(2));
    assertThat(largest(weights)).isBetween(0.9998 * limit, limit);
  }

  @ParameterizedTest
  @CsvSource({"IN, 400", "OUT, 250", "AVERAGE, 325"})
  void normalWeightsHaveVarianceOfScaleByFanAndEndAtTwoDeviations(Fan mode, double fan) {
    VarianceScaling scaling = new VarianceScaling(2, mode, Spread.NORMAL);

    double[] weights = draw(scaling, DataType.DOUBLE);

    double deviation = Math.sqrt(2 / fan / truncatedVariance());
    assertThat(weights).hasSize(100_000);
    assertThat(moment(weights, 1)).isCloseTo(0, within(4 * Math.sqrt(2 / fan / 1e5)));
    assertThat(moment(weights, 2)).isCloseTo(2 / fan, withinPercentage(1.4));
    assertThat(moment(weights, 4))
        .isCloseTo(truncatedFourthMoment() * Math.pow(deviation, 4), withinPercentage(2.5));
    assertThat(largest(weights)).isBetween(1.999 * deviation, 2 * deviation);
  }

  @ParameterizedTest
  @CsvSource({"UNIFORM", "NORMAL"})
  void singleAndDoublePrecisionGetTheSameWeights(Spread spread) {
    VarianceScaling scaling = new VarianceScaling(1, Fan.AVERAGE, spread);

    double[] wide = draw(scaling, DataType.DOUBLE);
    Nd4j.getRandom().setSeed(5);
    double[] narrow = draw(scaling, DataType.FLOAT);

    double worst =
        IntStream.range(0, wide.length)
            .mapToDouble(i -> Math.abs(wide[i] - narrow[i]))
            .max()
            .orElseThrow();
    assertThat(worst).isLessThan(1e-6);
  }

  @Test
  void sameSeedGivesTheSameWeightsAndTheNextDrawOthers() {
    VarianceScaling scaling = new VarianceScaling(1, Fan.IN, Spread.NORMAL);

    double[] first = draw(scaling, DataType.DOUBLE);
    double[] second = draw(scaling, DataType.DOUBLE);
    Nd4j.getRandom().setSeed(5);
    double[] again = draw(scaling, DataType.DOUBLE);

    assertThat(again).isEqualTo(first);
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void weightsFillTheViewAndComeBackInTheShapeAndOrderAskedFor() {
    INDArray parameters = Nd4j.zeros(DataType.FLOAT, 10);
    INDArray view = parameters.get(NDArrayIndex.interval(2, 8));
    VarianceScaling scaling = new VarianceScaling(1, Fan.IN, Spread.UNIFORM);

    INDArray weights = scaling.init(2, 3, new long[] {2, 3}, 'f', view);

    assertThat(weights.shape()).containsExactly(2, 3);
    assertThat(weights.getFloat(1, 0)).isEqualTo(parameters.getFloat(3)).isNotZero();
    assertThat(weights.getFloat(0, 2)).isEqualTo(parameters.getFloat(6)).isNotZero();
    assertThat(parameters.getFloat(1)).isZero();
    assertThat(parameters.getFloat(8)).isZero();
  }

  @Test
  void seedOfTheNetworkDecidesItsWeightsWhateverWasDrawnBefore() {
    ComputationGraph first = graph(11);
    Nd4j.rand(3, 3);
    ComputationGraph second = graph(11);
    ComputationGraph third = graph(12);

    float[] weights = first.params().toFloatVector();

    assertThat(second.params().toFloatVector()).containsExactly(weights);
    assertThat(third.params().toFloatVector()).isNotEqualTo(weights);
  }

  @Test
  void configurationSurvivesJson() {
    VarianceScaling scaling = new VarianceScaling(2, Fan.IN, Spread.NORMAL);
    NeuralNetConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .layer(new DenseLayer.Builder().nIn(1).nOut(1).weightInit(scaling).build())
            .build();

    String json = configuration.toJson();
    NeuralNetConfiguration read = NeuralNetConfiguration.fromJson(json);

    assertThat(json).contains("\"dev.lamina.compiler.lowering.initializer.VarianceScaling\"");
    assertThat(((DenseLayer) read.getLayer()).getWeightInitFn())
        .isEqualTo(scaling)
        .hasSameHashCodeAs(scaling)
        .isNotEqualTo(new VarianceScaling(2, Fan.IN, Spread.UNIFORM))
        .isNotEqualTo(new VarianceScaling(2, Fan.OUT, Spread.NORMAL))
        .isNotEqualTo(new VarianceScaling(1, Fan.IN, Spread.NORMAL))
        .hasToString("VarianceScaling(scale=2.0, fan=IN, spread=NORMAL)");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void scaleThatIsNotPositiveIsRefused(double scale) {
    assertThatThrownBy(() -> new VarianceScaling(scale, Fan.IN, Spread.UNIFORM))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "VarianceScaling expects `scale` to be positive and finite, but got "
                + scale
                + ". Fix: give a number such as 1 or 2.");
  }

  private static double[] draw(VarianceScaling scaling, DataType type) {
    INDArray view = Nd4j.zeros(type, (long) FAN_IN * FAN_OUT);
    long[] shape = {FAN_IN, FAN_OUT};
    return scaling.init(FAN_IN, FAN_OUT, shape, 'f', view).data().asDouble();
  }

  private static double moment(double[] values, int power) {
    return Arrays.stream(values).map(value -> Math.pow(value, power)).average().orElseThrow();
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElseThrow();
  }

  /** Of a standard normal cut at 2: {@code 1 - 2 * 2 phi(2) / P(|x| < 2)}. */
  private static double truncatedVariance() {
    double density = Math.exp(-2) / Math.sqrt(2 * Math.PI);
    return 1 - 4 * density / 0.9544997361036416;
  }

  /** Of a standard normal cut at 2: {@code 3 - (2^3 + 3 * 2) * 2 phi(2) / P(|x| < 2)}. */
  private static double truncatedFourthMoment() {
    double density = Math.exp(-2) / Math.sqrt(2 * Math.PI);
    return 3 - 14 * 2 * density / 0.9544997361036416;
  }

  private static ComputationGraph graph(long seed) {
    ComputationGraphConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .weightInit(new VarianceScaling(2, Fan.IN, Spread.NORMAL))
            .graphBuilder()
            .addInputs("in")
            .addLayer("dense", new DenseLayer.Builder().nIn(3).nOut(2).build(), "in")
            .addLayer(
                "loss",
                new LossLayer.Builder(new LossMSE()).activation(new ActivationIdentity()).build(),
                "dense")
            .setOutputs("loss")
            .build();
    configuration.getDefaultConfiguration().setSeed(seed);
    ComputationGraph graph = new ComputationGraph(configuration);
    graph.init();
    return graph;
  }
}
