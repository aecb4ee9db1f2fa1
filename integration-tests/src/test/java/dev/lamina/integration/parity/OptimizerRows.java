package dev.lamina.integration.parity;

import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adaBelief;
import static dev.lamina.dsl.Optimizers.adaDelta;
import static dev.lamina.dsl.Optimizers.adaGrad;
import static dev.lamina.dsl.Optimizers.adaMax;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Optimizers.amsGrad;
import static dev.lamina.dsl.Optimizers.lion;
import static dev.lamina.dsl.Optimizers.momentum;
import static dev.lamina.dsl.Optimizers.nadam;
import static dev.lamina.dsl.Optimizers.nesterov;
import static dev.lamina.dsl.Optimizers.rmsProp;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.FLOAT64;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Optimizers: what five updates of one weight change, in parts of that change, along gradients of
 * the sizes 0.5, 1e-4 and 1e-7.
 */
final class OptimizerRows {

  private static final double TOLERANCE = 1e-12;
  private static final int UPDATES = 5;
  private static final double[] GRADIENTS = {0.5, 1e-4, 1e-7};

  /** So small an input keeps the gradient of a weight nearly constant while the weight moves. */
  private static final double INPUT = 1e-4;

  private static final List<Optimizer> WORDS =
      List.of(
          sgd(),
          momentum(),
          nesterov(),
          adaGrad(),
          adaGrad().initialAccumulator(0.1).delta(1e-7).deltaInsideRoot(),
          rmsProp(),
          rmsProp().delta(1e-7).deltaInsideRoot(),
          rmsProp().centered().delta(1e-3),
          adam(),
          adam().epsilonHat(),
          adamW(),
          adamW().epsilonHat(),
          amsGrad(),
          amsGrad().biasCorrected(),
          adaMax(),
          adaMax().epsilon(1e-7),
          adaDelta(),
          nadam(),
          nadam().momentumSchedule(),
          lion(),
          adaBelief());

  private OptimizerRows() {}

  static List<Row> rows() {
    return WORDS.stream().map(OptimizerRows::row).toList();
  }

  private static Row row(Optimizer word) {
    PlainOptimizer plain = word.accept(new PlainOptimizers());
    return new Row(
        "Optimizers",
        word.toString(),
        word.getClass(),
        plain.formula(),
        "recurrence of the paper, five updates",
        DoubleStream.of(GRADIENTS)
            .map(g -> relative(learned(word, g), moved(plain.fresh().get(), g)))
            .max()
            .orElseThrow(),
        TOLERANCE,
        dl4j(word, plain));
  }

  private static double relative(double change, double expected) {
    return Difference.relative(change, expected);
  }

  /** How far the weight goes in Lamina. */
  private static double learned(Optimizer optimizer, double gradient) {
    Network network = sequential(input(1), dense(1).noBias().initializer(zeros()).named("unit"));
    Dataset data = Dataset.of(new double[][] {{INPUT}}, new double[] {target(gradient)});
    return Trainer.create()
        .train(
            network,
            training(meanSquaredError(), optimizer).epochs(UPDATES).precision(FLOAT64),
            data)
        .model()
        .weights()
        .matrix("unit", "kernel")[0][0];
  }

  /** How far it goes by a rule. */
  private static double moved(PlainOptimizer.Rule rule, double gradient) {
    double weight = 0;
    for (int t = 1; t <= UPDATES; t++) {
      weight -= rule.update(weight, gradientAt(weight, gradient), t);
    }
    return weight;
  }

  /** The gradient of (INPUT w - target)^2, which at 0 is the one that is asked for. */
  private static double gradientAt(double weight, double gradient) {
    return 2 * INPUT * (INPUT * weight - target(gradient));
  }

  private static double target(double gradient) {
    return -gradient / (2 * INPUT);
  }

  private static Dl4j dl4j(Optimizer word, PlainOptimizer plain) {
    Optional<IUpdater> theirs = word.accept(new Dl4jOptimizers());
    if (theirs.isEmpty()) {
      return Dl4j.hasNone();
    }
    try {
      return Dl4j.differsBy(
          DoubleStream.of(GRADIENTS)
              .map(g -> relative(moved(rule(theirs.get()), g), moved(plain.fresh().get(), g)))
              .max()
              .orElseThrow());
    } catch (ArrayIndexOutOfBoundsException exception) {
      return Dl4j.fails("throws ArrayIndexOutOfBoundsException");
    }
  }

  private static PlainOptimizer.Rule rule(IUpdater dl4j) {
    long numbers = dl4j.stateSize(1);
    INDArray state = numbers == 0 ? null : Nd4j.create(DataType.DOUBLE, 1, numbers);
    GradientUpdater<?> updater = dl4j.instantiate(state, true);
    return (w, g, t) -> {
      INDArray update = Nd4j.createFromArray(new double[][] {{g}});
      updater.applyUpdater(update, t - 1, 0);
      return update.getDouble(0);
    };
  }
}
