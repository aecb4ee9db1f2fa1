package dev.lamina.integration.parity;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Initializers.identity;
import static dev.lamina.dsl.Layers.alphaDropout;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.gaussianDropout;
import static dev.lamina.dsl.Layers.gaussianNoise;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.FLOAT64;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Noise: mean and deviation of what a layer makes of 100,000 ones in training.
 *
 * <p>Errors of such moments are about 0.003 of the deviation. DL4J is given the same number.
 */
final class NoiseRows {

  private static final String REFERENCE = "mean and deviation of 100,000 values, in deviations";
  private static final double TOLERANCE = 0.02;
  private static final int WIDTH = 1_000;
  private static final int SAMPLES = 100;
  private static final int SEED = 3;
  private static final double RATE = 0.2;

  /** Scale and shift of alpha dropout: a q + b and its spread, with a' = -1.7581 (the paper). */
  private static final double ALPHA = -1.0507009873554805 * 1.6732632423543772;

  private NoiseRows() {}

  static List<Row> rows() {
    double scale = 1 / Math.sqrt((1 - RATE) * (1 + RATE * ALPHA * ALPHA));
    double spread = scale * (1 - ALPHA) * Math.sqrt(RATE * (1 - RATE));
    double mean = scale * (1 - RATE + RATE * ALPHA) - scale * RATE * ALPHA;
    double relative = Math.sqrt(RATE / (1 - RATE));
    return List.of(
        row(dropout(RATE), "x / (1 - rate), or 0 by the rate", 1, relative, new Dropout(RATE)),
        row(
            alphaDropout(RATE),
            "a x + b, or a alpha' + b by the rate: N(0, 1) stays N(0, 1)",
            mean,
            spread,
            new AlphaDropout(RATE)),
        row(
            gaussianDropout(RATE),
            "x N(1, rate / (1 - rate))",
            1,
            relative,
            new GaussianDropout(RATE)),
        row(gaussianNoise(RATE), "x + N(0, stddev^2)", 1, RATE, new GaussianNoise(RATE)),
        dropConnect(relative / Math.sqrt(WIDTH)));
  }

  /** Units that take the mean of their inputs. */
  private static Row dropConnect(double deviation) {
    Layer word = dense(WIDTH).noBias().initializer(constant(1.0 / WIDTH)).dropConnect(RATE);
    return new Row(
        "Noise",
        word.toString(),
        word.getClass(),
        "x (W M) / (1 - rate), M of 1s, and of 0s by the rate",
        REFERENCE,
        difference(disturbed(word), 1, deviation),
        TOLERANCE,
        Dl4j.fails("gives weights that are dropped a gradient"));
  }

  private static Row row(
      Layer word, String formula, double mean, double deviation, IDropout theirs) {
    return new Row(
        "Noise",
        word.toString(),
        word.getClass(),
        formula,
        REFERENCE,
        difference(disturbed(word), mean, deviation),
        TOLERANCE,
        Dl4j.differsBy(difference(disturbed(theirs), mean, deviation)));
  }

  private static double difference(double[] values, double mean, double deviation) {
    double found = DoubleStream.of(values).average().orElseThrow();
    double variance =
        DoubleStream.of(values).map(x -> (x - found) * (x - found)).average().orElseThrow();
    return Math.max(
        Math.abs(found - mean) / deviation, Math.abs(Math.sqrt(variance) / deviation - 1));
  }

  /**
   * What the layer gives, read from the gradient of an identity behind it: of a sample with outputs
   * p, the gradient of its bias is 2 (p - y) / width.
   */
  private static double[] disturbed(Layer word) {
    TrainingPlan plan = training(meanSquaredError(), sgd()).precision(FLOAT64);
    double[] ones = new double[WIDTH];
    Arrays.fill(ones, 1);
    double[] zeros = new double[WIDTH];
    Dataset sample = Dataset.of(new double[][] {ones}, new double[][] {zeros});
    double[] values = new double[WIDTH * SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      Model model =
          Model.untrained(
              sequential(
                  input(WIDTH), word, dense(WIDTH).initializer(identity()).named("identity")),
              plan.seed(SEED + i));
      double[] gradient = model.gradients(sample).vector("identity", "bias");
      for (int j = 0; j < WIDTH; j++) {
        values[i * WIDTH + j] = gradient[j] * WIDTH / 2;
      }
    }
    return values;
  }

  private static double[] disturbed(IDropout dl4j) {
    Nd4j.getRandom().setSeed(SEED);
    INDArray ones = Nd4j.ones(DataType.DOUBLE, SAMPLES, WIDTH);
    return dl4j.applyDropout(
            ones,
            Nd4j.create(DataType.DOUBLE, SAMPLES, WIDTH),
            0,
            0,
            LayerWorkspaceMgr.noWorkspaces())
        .reshape((long) SAMPLES * WIDTH)
        .toDoubleVector();
  }
}
