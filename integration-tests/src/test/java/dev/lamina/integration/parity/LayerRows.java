package dev.lamina.integration.parity;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.momentum;
import static dev.lamina.dsl.Training.FLOAT64;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Dense layers: one step of a linear unit, and a layer in the middle that does not move. */
final class LayerRows {

  private static final double TOLERANCE = 1e-12;

  private LayerRows() {}

  static List<Row> rows() {
    return List.of(linearUnit(), frozen());
  }

  private static Row linearUnit() {
    Unit expected =
        new Unit(
            Unit.LOSS,
            Unit.WEIGHTS[0] - Unit.RATE * Unit.GRADIENT[0],
            Unit.WEIGHTS[1] - Unit.RATE * Unit.GRADIENT[1],
            Unit.BIAS - Unit.RATE * Unit.BIAS_GRADIENT);
    return new Row(
        "Dense layers",
        dense(1).toString(),
        Dense.class,
        "x W + b",
        "one unit, one step, by hand",
        Unit.lamina(unit -> unit, plan -> plan).differenceFrom(expected),
        TOLERANCE,
        Dl4j.differsBy(
            Unit.dl4j(layer -> {}).differenceFrom(expected),
            "where IDENTITY is asked for; else sigmoid"));
  }

  private static Row frozen() {
    Dense word = dense(2).l2(0.1).frozen();
    Network network = sequential(input(2), dense(2).named("before"), word.named("held"), dense(1));
    TrainingPlan plan =
        training(meanSquaredError(), momentum(0.1)).epochs(5).clipNorm(1).precision(FLOAT64);
    Dataset data = Dataset.of(new double[][] {{1, 2}, {-1, 0.5}}, new double[] {1, -2});
    Weights start = Model.untrained(network, plan).weights();
    Weights end = Trainer.create().train(network, plan, data).model().weights();
    boolean learns =
        !Arrays.deepEquals(start.matrix("before", "kernel"), end.matrix("before", "kernel"));
    double moved = Difference.of(numbers(end), numbers(start));
    return new Row(
        "Dense layers",
        word.toString(),
        Dense.class,
        "w, while the layer before learns",
        "weights before, after 5 updates",
        learns ? moved : Double.POSITIVE_INFINITY,
        0,
        Dl4j.fails("freezes the layer before it too"));
  }

  private static double[] numbers(Weights weights) {
    return DoubleStream.concat(
            Arrays.stream(weights.matrix("held", "kernel")).flatMapToDouble(DoubleStream::of),
            DoubleStream.of(weights.vector("held", "bias")))
        .toArray();
  }
}
