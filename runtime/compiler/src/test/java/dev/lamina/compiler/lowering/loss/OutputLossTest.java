package dev.lamina.compiler.lowering.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class OutputLossTest {

  private static final IActivation LINEAR = new ActivationIdentity();
  private static final double[][] LOGITS = {{0.3, -1.2, 2.5}, {-0.7, 0.05, 4.0}};
  private static final double[][] NUMBERS = {{1.5, 0.5, -0.75}, {2, -3, 0.25}};
  private static final double[][] COUNTS = {{2, 0, 1}, {0.5, 3, 7}};
  private static final double[][] SIGNS = {{1, -1, -1}, {1, 1, -1}};
  private static final List<IActivation> ALL =
      List.of(LINEAR, new ActivationTanH(), new ActivationSigmoid(), new ActivationSoftmax());
  private static final List<IActivation> NOT_NEGATIVE =
      List.of(new ActivationReLU(), new ActivationSigmoid(), new ActivationSoftmax());
  private static final List<IActivation> SIGNED = List.of(LINEAR, new ActivationTanH());

  /** Each loss, with labels and activations that suit it. */
  static Stream<Arguments> losses() {
    return Stream.of(
        arguments(new OutputAbsoluteError(), NUMBERS, ALL),
        arguments(new OutputPercentageError(), NUMBERS, ALL),
        arguments(new OutputLogarithmicError(), COUNTS, NOT_NEGATIVE),
        arguments(new OutputHuber(1), NUMBERS, ALL),
        arguments(new OutputHuber(0.1), NUMBERS, ALL),
        arguments(new OutputLogCosh(), NUMBERS, ALL),
        arguments(new OutputPoisson(), COUNTS, NOT_NEGATIVE),
        arguments(new OutputHinge(), SIGNS, SIGNED),
        arguments(new OutputSquaredHinge(), SIGNS, SIGNED),
        arguments(new OutputCosineSimilarity(), NUMBERS, ALL));
  }

  /** What Keras gives for small examples in its documentation, each worked out by hand too. */
  static Stream<Arguments> publishedValues() {
    double[][] one = {{0, 1}, {0, 0}};
    double[][] sure = {{1, 1}, {1, 0}};
    double[][] unsure = {{0.6, 0.4}, {0.4, 0.6}};
    double[][] counts = {{1, 1}, {0, 0}};
    double[][] signs = {{-1, 1}, {-1, -1}};
    return Stream.of(
        arguments(new OutputAbsoluteError(), one, sure, 0.5),
        arguments(new OutputPercentageError(), new double[][] {{2, 1}, {2, 3}}, sure, 50),
        arguments(new OutputLogarithmicError(), one, sure, Math.log(2) * Math.log(2) / 2),
        arguments(new OutputHuber(1), one, unsure, 0.155),
        arguments(new OutputLogCosh(), one, counts, Math.log(Math.cosh(1)) / 4),
        arguments(new OutputPoisson(), one, counts, 0.5 - Math.log1p(1e-7) / 4),
        arguments(new OutputHinge(), signs, unsure, 1.3),
        arguments(new OutputSquaredHinge(), signs, unsure, 1.86),
        arguments(
            new OutputCosineSimilarity(),
            new double[][] {{0, 1}, {1, 1}},
            new double[][] {{1, 0}, {1, 1}},
            -0.5));
  }

  static Stream<Arguments> formulas() {
    return Stream.of(
        formula(new OutputAbsoluteError(), NUMBERS, (p, y) -> Math.abs(p - y)),
        formula(
            new OutputPercentageError(), NUMBERS, (p, y) -> 100 * Math.abs(p - y) / Math.abs(y)),
        formula(new OutputHuber(1.25), NUMBERS, OutputLossTest::huber),
        formula(new OutputLogCosh(), NUMBERS, (p, y) -> Math.log(Math.cosh(p - y))),
        formula(new OutputHinge(), SIGNS, (p, y) -> Math.max(0, 1 - y * p)),
        formula(new OutputSquaredHinge(), SIGNS, (p, y) -> Math.pow(Math.max(0, 1 - y * p), 2)));
  }

  private static Arguments formula(
      OutputLoss loss, double[][] labels, DoubleBinaryOperator formula) {
    return arguments(loss, labels, formula);
  }

  private static double huber(double p, double y) {
    double error = Math.abs(p - y);
    return error <= 1.25 ? error * error / 2 : 1.25 * error - 1.25 * 1.25 / 2;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("publishedValues")
  void scoreIsThePublishedOne(
      OutputLoss loss, double[][] labels, double[][] outputs, double expected) {
    double score =
        loss.computeScore(
            Nd4j.createFromArray(labels), Nd4j.createFromArray(outputs), LINEAR, null, true);

    assertThat(score).isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formulas")
  void scoresAreMeansOverTheOutputsOfTheFormula(
      OutputLoss loss, double[][] labels, DoubleBinaryOperator formula) {
    INDArray logits = Nd4j.createFromArray(LOGITS).dup('f');

    INDArray scores = loss.computeScoreArray(Nd4j.createFromArray(labels), logits, LINEAR, null);

    assertThat(scores.shape()).containsExactly(2, 1);
    for (int row = 0; row < 2; row++) {
      double sum = 0;
      for (int column = 0; column < 3; column++) {
        sum += formula.applyAsDouble(LOGITS[row][column], labels[row][column]);
      }
      assertThat(scores.getDouble(row)).isCloseTo(sum / 3, within(1e-12));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void gradientIsTheSlopeOfTheScore(
      OutputLoss loss, double[][] labels, List<IActivation> activations) {
    INDArray targets = Nd4j.createFromArray(labels);
    INDArray logits = Nd4j.createFromArray(LOGITS);

    List<Double> worst =
        activations.stream()
            .map(each -> Slopes.worstRelativeError(loss, targets, logits, each, null))
            .toList();

    assertThat(worst).allSatisfy(error -> assertThat(error).isLessThan(1e-6));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void masksOfExamplesAndOfOutputsWeighTheGradientAsTheScore(
      OutputLoss loss, double[][] labels, List<IActivation> activations) {
    INDArray targets = Nd4j.createFromArray(labels);
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray examples = Nd4j.createFromArray(new double[][] {{3}, {0.5}});
    INDArray outputs = Nd4j.createFromArray(new double[][] {{1, 0.5, 2}, {0.25, 3, 1}});

    List<Double> worst =
        Stream.of(examples, outputs)
            .flatMap(
                mask ->
                    activations.stream()
                        .map(each -> Slopes.worstRelativeError(loss, targets, logits, each, mask)))
            .toList();

    assertThat(worst).allSatisfy(error -> assertThat(error).isLessThan(1e-6));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void maskOfExamplesWeighsExamplesAndDividesByTheirNumber(
      OutputLoss loss, double[][] labels, List<IActivation> activations) {
    INDArray targets = Nd4j.createFromArray(labels);
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray mask = Nd4j.createFromArray(new double[][] {{3}, {0.5}});
    IActivation activation = activations.get(0);
    INDArray scores = loss.computeScoreArray(targets, logits, activation, null);

    double score = loss.computeScore(targets, logits, activation, mask, true);

    double expected = (3 * scores.getDouble(0) + 0.5 * scores.getDouble(1)) / 2;
    assertThat(score).isCloseTo(expected, within(1e-12));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void extremeLogitsStayFiniteInSinglePrecision(
      OutputLoss loss, double[][] labels, List<IActivation> activations) {
    INDArray targets = Nd4j.createFromArray(labels);
    INDArray logits = Nd4j.createFromArray(new float[][] {{1000, -1000, 100}, {-1000, 1000, -100}});

    assertThat(activations)
        .allSatisfy(
            activation -> {
              var both = loss.computeGradientAndScore(targets, logits, activation, null, true);
              assertThat(both.getFirst()).isFinite();
              assertThat(both.getSecond().data().asDouble())
                  .satisfies(
                      slopes -> assertThat(Arrays.stream(slopes)).allMatch(Double::isFinite));
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void nanGivesNanScore(OutputLoss loss, double[][] labels, List<IActivation> activations) {
    INDArray logits = Nd4j.createFromArray(LOGITS);
    logits.putScalar(1, 1, Double.NaN);

    // Not by the first activation in each case, as relu may take NaN for 0.
    double score = loss.computeScore(Nd4j.createFromArray(labels), logits, LINEAR, null, true);

    assertThat(activations).isNotEmpty();
    assertThat(score).isNaN();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void argumentsAreLeftAsTheyWere(
      OutputLoss loss, double[][] labels, List<IActivation> activations) {
    INDArray targets = Nd4j.createFromArray(labels);
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray mask = Nd4j.createFromArray(new double[][] {{3}, {0.5}});

    loss.computeGradientAndScore(targets, logits, activations.get(0), mask, true);

    assertThat(targets.toDoubleMatrix()).isDeepEqualTo(labels);
    assertThat(logits.toDoubleMatrix()).isDeepEqualTo(LOGITS);
    assertThat(mask.toDoubleMatrix()).isDeepEqualTo(new double[][] {{3}, {0.5}});
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void configurationsSurviveJson(
      OutputLoss loss, double[][] labels, List<IActivation> activations) {
    NeuralNetConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .layer(new LossLayer.Builder(loss).activation(activations.get(0)).build())
            .build();

    String json = configuration.toJson();
    LossLayer read = (LossLayer) NeuralNetConfiguration.fromJson(json).getLayer();

    assertThat(labels).isNotEmpty();
    assertThat(json).contains("\"" + loss.getClass().getName() + "\"");
    assertThat(read.getLossFn()).isEqualTo(loss).hasSameHashCodeAs(loss).hasToString("" + loss);
  }

  @Test
  void lossesOfOtherOptionsDiffer() {
    OutputHuber one = new OutputHuber(1);

    OutputHuber other = new OutputHuber(2);

    assertThat(one)
        .isNotEqualTo(other)
        .isNotEqualTo(new OutputHinge())
        .hasToString("OutputHuber(1.0)");
  }

  @Test
  void vectorsOfZerosHaveNoDirection() {
    OutputCosineSimilarity loss = new OutputCosineSimilarity();
    INDArray labels = Nd4j.createFromArray(new double[][] {{1, 2}, {0, 0}});
    INDArray logits = Nd4j.createFromArray(new double[][] {{0, 0}, {3, 4}});

    INDArray scores = loss.computeScoreArray(labels, logits, LINEAR, null);
    INDArray gradient = loss.computeGradient(labels, logits, LINEAR, null);

    assertThat(scores.toDoubleVector()).containsOnly(0);
    assertThat(gradient.getDouble(0, 0)).isCloseTo(-1e6 / Math.sqrt(5), within(1e-6));
    assertThat(gradient.getRow(1).toDoubleVector()).containsOnly(0);
  }

  @Test
  void deltaMustBeAboveZero() {
    assertThatThrownBy(() -> new OutputHuber(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "OutputHuber expects `delta` to be finite and above 0, but got 0.0."
                + " Fix: give a number such as 1.");
  }

  @Test
  void labelsOfAnotherShapeAreRefused() {
    INDArray logits = Nd4j.createFromArray(LOGITS);
    INDArray labels = Nd4j.zeros(DataType.DOUBLE, 2, 1);

    assertThatThrownBy(() -> new OutputHinge().computeScore(labels, logits, LINEAR, null, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Loss `OutputHinge` expects labels of the shape of the logits, [2, 3], but they have"
                + " shape [2, 1]. Fix: give one label for each output of each example.");
  }
}
