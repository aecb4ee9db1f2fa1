package dev.lamina.benchmark.lamina;

import static dev.lamina.dsl.Initializers.heNormal;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.sparseCategoricalCrossEntropy;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Networks.stack;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.momentum;
import static dev.lamina.dsl.Optimizers.rmsProp;
import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.experiment;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.Experiment;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.search.Tuner;
import dev.lamina.search.sampler.Samplers;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.named.NamedDatasets;
import java.util.Collections;

/** A search among small networks for the digits, the same trials each time. */
public final class DigitsSearch {

  private static final IntParam WIDTH = integer("width", 16, 128).log();
  private static final IntParam DEPTH = integer("depth", 1, 3);
  private static final RealParam DROPOUT = real("dropout", 0, 0.5).step(0.05);
  private static final RealParam L2 = real("l2", 1e-5, 1e-1).log();
  private static final RealParam RATE = real("learningRate", 1e-4, 1e-1).log();
  private static final ChoiceParam<Optimizer> OPTIMIZER =
      choice("optimizer", adam(), rmsProp(), momentum());

  private static final int EPOCHS = 27;
  private static final int BATCH_SIZE = 32;
  private static final int LEARNING_ROWS = 1437;

  /** One row of so many validates. */
  private static final int FOLDS = 5;

  private final Split data;

  private DigitsSearch(Split data) {
    this.data = data;
  }

  /** Reads the digits. */
  public static DigitsSearch load() {
    Dataset learning = NamedDatasets.digits().rows(0, LEARNING_ROWS);
    return new DigitsSearch(
        Split.of(
            learning.rowsWhere(row -> row % FOLDS != 0),
            learning.rowsWhere(row -> row % FOLDS == 0)));
  }

  /** Does so many trials, so many at a time, and tells how many there were in a second. */
  public double trialsPerSecond(int trials, int parallel) {
    long begin = System.nanoTime();
    int done =
        Tuner.using(Samplers.randomSearch())
            .parallel(parallel)
            .run(
                search(WIDTH, DEPTH, DROPOUT, L2, RATE, OPTIMIZER)
                    .optimize(validation(accuracy()))
                    .trials(trials)
                    .seed(11)
                    .trying(DigitsSearch::tried),
                data)
            .trials()
            .size();
    return done / ((System.nanoTime() - begin) / 1e9);
  }

  private static Experiment tried(Choices pick) {
    return experiment(
        network(pick),
        training(sparseCategoricalCrossEntropy(), pick.get(OPTIMIZER).learningRate(pick.get(RATE)))
            .epochs(EPOCHS)
            .batchSize(BATCH_SIZE)
            .measure(accuracy()));
  }

  private static Network network(Choices pick) {
    Block unit =
        stack(
            dense(pick.get(WIDTH)).relu().initializer(heNormal()).l2(pick.get(L2)),
            dropout(pick.get(DROPOUT)));
    Block[] hidden = Collections.nCopies(pick.get(DEPTH), unit).toArray(Block[]::new);
    return sequential(input(64), stack(hidden), dense(10).softmax());
  }
}
