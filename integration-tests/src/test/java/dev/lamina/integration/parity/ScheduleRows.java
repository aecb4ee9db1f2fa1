package dev.lamina.integration.parity;

import static dev.lamina.dsl.Initializers.zeros;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Schedules.constantRate;
import static dev.lamina.dsl.Schedules.cosineDecay;
import static dev.lamina.dsl.Schedules.cosineRestarts;
import static dev.lamina.dsl.Schedules.exponentialDecay;
import static dev.lamina.dsl.Schedules.inverseTimeDecay;
import static dev.lamina.dsl.Schedules.linearDecay;
import static dev.lamina.dsl.Schedules.oneCycle;
import static dev.lamina.dsl.Schedules.piecewise;
import static dev.lamina.dsl.Schedules.polynomialDecay;
import static dev.lamina.dsl.Schedules.stepDecay;
import static dev.lamina.dsl.Schedules.warmUp;
import static dev.lamina.dsl.Training.FLOAT64;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Schedule;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Schedules: the rates of 40 steps, and where they take a weight in training. */
final class ScheduleRows {

  private static final double TOLERANCE = 1e-12;
  private static final int STEPS = 40;

  private static final List<Schedule> WORDS =
      List.of(
          constantRate(0.1),
          linearDecay(0.1, 0.01, 20),
          stepDecay(0.1, 0.5, 7),
          exponentialDecay(0.1, 0.5, 7),
          exponentialDecay(0.1, 0.5, 7).staircase(),
          inverseTimeDecay(0.1, 0.5, 7),
          polynomialDecay(0.1, 0.01, 20),
          polynomialDecay(0.1, 0, 20).power(2),
          cosineDecay(0.1, 20),
          cosineDecay(0.1, 20).alpha(0.1),
          cosineRestarts(0.1, 5),
          cosineRestarts(0.1, 5).cycleFactor(1.5).peakFactor(0.5).alpha(0.1),
          oneCycle(0.1, 30),
          warmUp(5, constantRate(0.1)),
          warmUp(5, linearDecay(0.1, 0.01, 20)).from(0.02),
          piecewise(0.1).then(5, 0.05).then(20, 0.2));

  private ScheduleRows() {}

  static List<Row> rows() {
    return WORDS.stream().map(ScheduleRows::row).toList();
  }

  private static Row row(Schedule word) {
    PlainSchedule plain = word.accept(new PlainSchedules());
    return new Row(
        "Schedules",
        word.toString(),
        word.getClass(),
        plain.formula(),
        "formula, 40 steps and 40 updates",
        Math.max(
            difference(word::rateAt, plain.rate()), Difference.of(learned(word), moved(plain))),
        TOLERANCE,
        word.accept(new Dl4jSchedules())
            .map(dl4j -> Dl4j.differsBy(difference(k -> dl4j.valueAt(k, 0), plain.rate())))
            .orElseGet(Dl4j::hasNone));
  }

  private static double difference(IntToDoubleFunction rate, IntToDoubleFunction expected) {
    return Difference.of(
        IntStream.range(0, STEPS).mapToDouble(rate).toArray(),
        IntStream.range(0, STEPS).mapToDouble(expected).toArray());
  }

  /** The weight of (w - 1)^2 after as many updates, from 0. */
  private static double learned(Schedule schedule) {
    Network network = sequential(input(1), dense(1).noBias().initializer(zeros()).named("unit"));
    Dataset data = Dataset.of(new double[][] {{1}}, new double[] {1});
    return Trainer.create()
        .train(
            network,
            training(meanSquaredError(), sgd(schedule)).epochs(STEPS).precision(FLOAT64),
            data)
        .model()
        .weights()
        .matrix("unit", "kernel")[0][0];
  }

  private static double moved(PlainSchedule plain) {
    double weight = 0;
    for (int k = 0; k < STEPS; k++) {
      weight -= plain.rate().applyAsDouble(k) * 2 * (weight - 1);
    }
    return weight;
  }
}
