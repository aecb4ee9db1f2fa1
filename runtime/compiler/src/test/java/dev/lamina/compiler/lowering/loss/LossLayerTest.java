package dev.lamina.compiler.lowering.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * Each loss in the place it is made for: two inputs, two linear units, the loss layer.
 *
 * <p>With W = [[1, 0], [0, 2]] and b = [0, 1] the examples (1, 2) and (-1, 1) give the logits (1,
 * 5) and (-1, 3).
 */
class LossLayerTest {

  private static final double[][] INPUTS = {{1, 2}, {-1, 1}};
  private static final double[][] LOGITS = {{1, 5}, {-1, 3}};
  private static final double[] WEIGHTS = {3, 0.5};

  @Test
  void binaryCrossEntropyGivesScoreAndGradientsOfTheTextbook() {
    double[][] labels = {{0, 1}, {1, 0}};
    ComputationGraph graph = graph(new LogitBinaryCrossEntropy(), new ActivationSigmoid());

    double score = step(graph, labels);

    double first = (softplus(1) + softplus(-5)) / 2;
    double second = (softplus(1) + softplus(3)) / 2;
    assertThat(score).isCloseTo((3 * first + 0.5 * second) / 2, within(1e-12));
    double[][] slopes = {
      {sigmoid(1) / 2, (sigmoid(5) - 1) / 2}, {(sigmoid(-1) - 1) / 2, sigmoid(3) / 2}
    };
    assertThat(graph.gradient().gradient().data().asDouble())
        .containsExactly(gradients(slopes), within(1e-12));
  }

  @Test
  void categoricalCrossEntropyGivesScoreAndGradientsOfTheTextbook() {
    double[][] labels = {{1, 0}, {0, 1}};
    ComputationGraph graph = graph(new LogitCategoricalCrossEntropy(), new ActivationSoftmax());

    double score = step(graph, labels);

    assertThat(score).isCloseTo((3 * softplus(4) + 0.5 * softplus(-4)) / 2, within(1e-12));
    assertThat(graph.gradient().gradient().data().asDouble())
        .containsExactly(gradients(softmaxSlopes()), within(1e-12));
  }

  @Test
  void sparseCategoricalCrossEntropyGivesScoreAndGradientsOfTheTextbook() {
    double[][] labels = {{0}, {1}};
    ComputationGraph graph =
        graph(new LogitSparseCategoricalCrossEntropy(), new ActivationSoftmax());

    double score = step(graph, labels);

    assertThat(score).isCloseTo((3 * softplus(4) + 0.5 * softplus(-4)) / 2, within(1e-12));
    assertThat(graph.gradient().gradient().data().asDouble())
        .containsExactly(gradients(softmaxSlopes()), within(1e-12));
  }

  @Test
  void meanSquaredErrorOfDl4jIsTheMeanOverTheOutputs() {
    double[][] labels = {{0, 1}, {1, 0}};
    ComputationGraph graph = graph(new LossMSE(), new ActivationIdentity());

    double score = step(graph, labels);

    double first = (1 + 16) / 2.0;
    double second = (4 + 9) / 2.0;
    assertThat(score).isCloseTo((3 * first + 0.5 * second) / 2, within(1e-12));
    double[][] slopes = {{1, 4}, {-2, 3}};
    assertThat(graph.gradient().gradient().data().asDouble())
        .containsExactly(gradients(slopes), within(1e-12));
  }

  @Test
  void scoresOfExamplesAreAColumn() {
    ComputationGraph graph = graph(new LogitBinaryCrossEntropy(), new ActivationSigmoid());
    DataSet data = new DataSet(Nd4j.createFromArray(INPUTS), Nd4j.zeros(DataType.DOUBLE, 2, 2));

    INDArray scores = graph.scoreExamples(data, false);

    assertThat(scores.shape()).containsExactly(2, 1);
    assertThat(scores.getDouble(0)).isCloseTo((softplus(1) + softplus(5)) / 2, within(1e-12));
    assertThat(scores.getDouble(1)).isCloseTo((softplus(-1) + softplus(3)) / 2, within(1e-12));
  }

  @Test
  void sampleWeightsOfAStepDoNotReachLaterPredictions() {
    ComputationGraph graph = graph(new LogitBinaryCrossEntropy(), new ActivationSigmoid());

    DataSet weighted =
        new DataSet(
            Nd4j.createFromArray(INPUTS),
            Nd4j.zeros(DataType.DOUBLE, 2, 2),
            null,
            Nd4j.createFromArray(WEIGHTS).reshape(2, 1));

    graph.fit(weighted);
    INDArray output = graph.outputSingle(Nd4j.createFromArray(INPUTS));

    assertThat(output.getDouble(0, 0)).isCloseTo(sigmoid(1), within(1e-12));
    assertThat(output.getDouble(1, 1)).isCloseTo(sigmoid(3), within(1e-12));
  }

  @Test
  void configurationsSurviveJson() {
    ComputationGraphConfiguration binary =
        configuration(new LogitBinaryCrossEntropy(), new ActivationSigmoid());
    ComputationGraphConfiguration categorical =
        configuration(new LogitCategoricalCrossEntropy(), new ActivationSoftmax());
    ComputationGraphConfiguration sparse =
        configuration(new LogitSparseCategoricalCrossEntropy(), new ActivationSoftmax());

    String json = binary.toJson() + categorical.toJson() + sparse.toJson();

    assertThat(json)
        .contains("\"dev.lamina.compiler.lowering.loss.LogitBinaryCrossEntropy\"")
        .contains("\"dev.lamina.compiler.lowering.loss.LogitCategoricalCrossEntropy\"")
        .contains("\"dev.lamina.compiler.lowering.loss.LogitSparseCategoricalCrossEntropy\"");
    assertThat(ComputationGraphConfiguration.fromJson(binary.toJson())).isEqualTo(binary);
    assertThat(ComputationGraphConfiguration.fromJson(categorical.toJson()))
        .isEqualTo(categorical)
        .isNotEqualTo(sparse);
    assertThat(ComputationGraphConfiguration.fromJson(sparse.toJson())).isEqualTo(sparse);
  }

  private static ComputationGraphConfiguration configuration(
      ILossFunction loss, IActivation activation) {
    return new NeuralNetConfiguration.Builder()
        .dataType(DataType.DOUBLE)
        .updater(new Sgd(0))
        .graphBuilder()
        .addInputs("in")
        .addLayer(
            "logits",
            new DenseLayer.Builder().nIn(2).nOut(2).activation(new ActivationIdentity()).build(),
            "in")
        .addLayer("loss", new LossLayer.Builder(loss).activation(activation).build(), "logits")
        .setOutputs("loss")
        .build();
  }

  private static ComputationGraph graph(ILossFunction loss, IActivation activation) {
    ComputationGraph graph = new ComputationGraph(configuration(loss, activation));
    graph.init(Nd4j.createFromArray(new double[][] {{1, 0, 0, 2, 0, 1}}), false);
    return graph;
  }

  /** A training step with weighted samples and rate 0; returns its score. */
  private static double step(ComputationGraph graph, double[][] labels) {
    INDArray weights = Nd4j.createFromArray(WEIGHTS).reshape(2, 1);
    graph.setInputs(Nd4j.createFromArray(INPUTS));
    graph.setLabels(Nd4j.createFromArray(labels));
    graph.setLayerMaskArrays(null, new INDArray[] {weights});
    graph.computeGradientAndScore();
    double score = graph.score();
    graph.clearLayerMaskArrays();
    return score;
  }

  /** Sums over the examples, the weights in 'f' order before the biases. */
  private static double[] gradients(double[][] slopes) {
    double[] gradients = new double[6];
    for (int example = 0; example < 2; example++) {
      for (int unit = 0; unit < 2; unit++) {
        double slope = WEIGHTS[example] * slopes[example][unit];
        gradients[2 * unit] += slope * INPUTS[example][0];
        gradients[2 * unit + 1] += slope * INPUTS[example][1];
        gradients[4 + unit] += slope;
      }
    }
    return gradients;
  }

  private static double[][] softmaxSlopes() {
    double first = sigmoid(LOGITS[0][0] - LOGITS[0][1]);
    double second = sigmoid(LOGITS[1][0] - LOGITS[1][1]);
    return new double[][] {{first - 1, 1 - first}, {second, -second}};
  }

  private static double softplus(double z) {
    return Math.log(1 + Math.exp(z));
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
