package dev.lamina.dsl;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.experiment;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.dsl.Search.value;
import static dev.lamina.dsl.Training.training;

import java.time.Duration;
import java.util.stream.Stream;

/** Every word of search, with every option: the part of {@link EveryWord} on these. */
final class EverySearch {

  private EverySearch() {}

  /** All descriptions below. */
  static Stream<Object> descriptions() {
    return Stream.concat(params(), searches());
  }

  private static Stream<Object> params() {
    return Stream.of(
        integer("width", -4, 12),
        integer("width", 16, 256).step(16),
        integer("width", 1, Integer.MAX_VALUE).log(),
        real("rate", 0, 1),
        real("rate", 1e-5, 0.1).log(),
        real("rate", -0.5, 0.5).step(0.125),
        choice("kind", "a", "a \"quoted\" \\ one"),
        choice("optimizer", adam(), sgd(0.5)),
        choice("rate", 1.0, 0.5, 1e-7),
        choice("size", 1L, 10_000_000_000L),
        choice("size", 1, 2),
        flag("deep"));
  }

  private static Stream<Object> searches() {
    return Stream.of(
        value(integer("width", 1, 9), 7),
        value(real("rate", 0, 1), 1.0).and(flag("deep"), true).and(choice("k", "a", "b"), "b"),
        experiment(sequential(input(2), dense(1)), training(meanSquaredError(), sgd()).seed(3)),
        search(integer("width", 1, 9)),
        search(integer("width", 1, 9), real("rate", 0, 1))
            .optimize(validation(accuracy()), Metrics.training(loss()))
            .trials(40)
            .totalEpochs(10_000_000_000L)
            .timeLimit(Duration.ofMinutes(10))
            .trialTimeLimit(Duration.ofMillis(1500))
            .seed(Long.MIN_VALUE)
            .window(6)
            .threadsPerTrial(2)
            .startingFrom(value(integer("width", 1, 9), 7), value(real("rate", 0, 1), 0.25)));
  }
}
