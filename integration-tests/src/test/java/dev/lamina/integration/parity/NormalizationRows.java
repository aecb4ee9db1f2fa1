package dev.lamina.integration.parity;

import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.FLOAT64;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.layer.BatchNorm;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Gradients;
import dev.lamina.training.model.Model;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * Batch normalization: gradients in training, running averages after one batch, and what it gives
 * in prediction; one feature, followed by a unit of weight 1.
 */
final class NormalizationRows {

  private static final double TOLERANCE = 1e-12;
  private static final double[] X = {1, 4, -2.5, 0.5};
  private static final double[] TARGETS = {0.3, -1, 2, 0};

  private NormalizationRows() {}

  static List<Row> rows() {
    return List.of(row(batchNorm()), row(batchNorm().momentum(0.9).epsilon(1e-3)));
  }

  private static Row row(BatchNorm word) {
    return new Row(
        "Normalization",
        word.toString(),
        word.getClass(),
        "gamma (x - mean) / sqrt(variance + epsilon) + beta;"
            + " moving = momentum moving + (1 - momentum) batch",
        "formula on one batch, biased variance",
        Difference.of(measured(word), expected(word.momentum(), word.epsilon())),
        TOLERANCE,
        Dl4j.differsBy(
            Difference.of(dl4jAverages(), averages(word.momentum())),
            "running averages of momentum 0.9"));
  }

  /** Both running averages, the gradients of gamma and beta, and the predictions. */
  private static double[] measured(BatchNorm word) {
    Network network =
        sequential(
            input(1),
            word.named("norm"),
            dense(1).noBias().initializer(ones()).frozen().named("unit"));
    TrainingPlan plan = training(meanSquaredError(), sgd(0)).batchSize(4).precision(FLOAT64);
    Dataset data = Dataset.of(column(), TARGETS);
    Gradients gradients = Model.untrained(network, plan).gradients(data);
    Model trained = Trainer.create().train(network, plan, data).model();
    return DoubleStream.of(
            trained.weights().vector("norm", "movingMean")[0],
            trained.weights().vector("norm", "movingVariance")[0],
            gradients.vector("norm", "gamma")[0],
            gradients.vector("norm", "beta")[0],
            trained.predict(new double[] {X[0]})[0],
            trained.predict(new double[] {X[2]})[0])
        .toArray();
  }

  private static double[] expected(double momentum, double epsilon) {
    double mean = mean(X);
    double deviation = Math.sqrt(variance() + epsilon);
    double gamma = 0;
    double beta = 0;
    for (int i = 0; i < X.length; i++) {
      double normalized = (X[i] - mean) / deviation;
      double slope = 2 * (normalized - TARGETS[i]) / X.length;
      gamma += slope * normalized;
      beta += slope;
    }
    double[] averages = averages(momentum);
    double moving = Math.sqrt(averages[1] + epsilon);
    return new double[] {
      averages[0],
      averages[1],
      gamma,
      beta,
      (X[0] - averages[0]) / moving,
      (X[2] - averages[0]) / moving
    };
  }

  /** After one batch, from 0 and 1. */
  private static double[] averages(double momentum) {
    return new double[] {(1 - momentum) * mean(X), momentum + (1 - momentum) * variance()};
  }

  private static double mean(double[] numbers) {
    return DoubleStream.of(numbers).average().orElseThrow();
  }

  private static double variance() {
    double mean = mean(X);
    return DoubleStream.of(X).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
  }

  private static double[][] column() {
    return IntStream.range(0, X.length).mapToObj(i -> new double[] {X[i]}).toArray(double[][]::new);
  }

  private static double[] dl4jAverages() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(0))
                .list()
                .layer(new BatchNormalization.Builder().nOut(1).nIn(1).useLogStd(false).build())
                .layer(
                    new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nIn(1)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
    network.init();
    INDArray targets = Nd4j.createFromArray(TARGETS).reshape(X.length, 1);
    network.fit(new DataSet(Nd4j.create(column()), targets));
    return new double[] {
      network.getLayer(0).getParam("mean").getDouble(0),
      network.getLayer(0).getParam("var").getDouble(0)
    };
  }
}
