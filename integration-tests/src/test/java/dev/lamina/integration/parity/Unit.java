package dev.lamina.integration.parity;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.FLOAT64;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.model.Model;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * One linear unit, w = (0.5, -0.25), b = 0.3, and one sample, x = (1, 2), y = 0: the loss is 0.09,
 * its gradient 0.6 and 1.2 by the weights and 0.6 by the bias.
 *
 * @param loss the loss before the update
 * @param w1 the first weight after it
 * @param w2 the second weight
 * @param bias the bias
 */
record Unit(double loss, double w1, double w2, double bias) {

  static final double RATE = 0.1;
  static final double LOSS = 0.09;
  static final double[] WEIGHTS = {0.5, -0.25};
  static final double[] GRADIENT = {0.6, 1.2};
  static final double BIAS = 0.3;
  static final double BIAS_GRADIENT = 0.6;

  private static final double[] X = {1, 2};

  /** The unit after one step of gradient descent by Lamina. */
  static Unit lamina(UnaryOperator<Dense> layer, UnaryOperator<TrainingPlan> training) {
    Network network = sequential(input(2), layer.apply(dense(1)).named("unit"));
    TrainingPlan plan = training.apply(training(meanSquaredError(), sgd(RATE)).precision(FLOAT64));
    Model fresh = Model.untrained(network, plan);
    Model start =
        fresh.withWeights(
            fresh
                .weights()
                .with("unit", "kernel", new double[][] {{WEIGHTS[0]}, {WEIGHTS[1]}})
                .with("unit", "bias", new double[] {BIAS}));
    Dataset data = Dataset.of(new double[][] {X}, new double[] {0});
    TrainingResult result = Trainer.create().train(start, plan, Split.of(data));
    double[][] kernel = result.model().weights().matrix("unit", "kernel");
    return new Unit(
        start.evaluate(data).loss(),
        kernel[0][0],
        kernel[1][0],
        result.model().weights().vector("unit", "bias")[0]);
  }

  /** The unit after one step by DL4J, with an option of the layer. */
  static Unit dl4j(Consumer<OutputLayer.Builder> option) {
    OutputLayer.Builder layer =
        new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
            .nIn(2)
            .nOut(1)
            .activation(Activation.IDENTITY);
    option.accept(layer);
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.DOUBLE)
                .updater(new Sgd(RATE))
                .list()
                .layer(layer.build())
                .build());
    network.init();
    network.setParams(Nd4j.createFromArray(WEIGHTS[0], WEIGHTS[1], BIAS));
    DataSet data =
        new DataSet(Nd4j.create(new double[][] {X}), Nd4j.createFromArray(new double[][] {{0}}));
    double loss = network.score(data);
    network.fit(data);
    return new Unit(
        loss,
        network.params().getDouble(0),
        network.params().getDouble(1),
        network.params().getDouble(2));
  }

  /** How far this unit is from another. */
  double differenceFrom(Unit other) {
    return Difference.of(numbers(), other.numbers());
  }

  private double[] numbers() {
    return new double[] {loss, w1, w2, bias};
  }
}
