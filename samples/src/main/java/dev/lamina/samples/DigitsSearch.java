package dev.lamina.samples;

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
import dev.lamina.dsl.layer.Stack;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.search.ChoiceParam;
import dev.lamina.dsl.search.Choices;
import dev.lamina.dsl.search.Experiment;
import dev.lamina.dsl.search.IntParam;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.data.named.NamedDatasets;
import dev.lamina.training.model.Model;
import java.nio.file.Path;
import java.util.Collections;

/** What the samples of search try: networks for handwritten digits, and how they are trained. */
final class DigitsSearch {

  static final IntParam WIDTH = integer("width", 16, 128).log();
  static final IntParam DEPTH = integer("depth", 1, 3);
  static final RealParam DROPOUT = real("dropout", 0, 0.5).step(0.05);
  static final RealParam L2 = real("l2", 1e-5, 1e-1).log();
  static final RealParam RATE = real("learningRate", 1e-4, 1e-1).log();
  static final ChoiceParam<Optimizer> OPTIMIZER =
      choice("optimizer", adam(), rmsProp(), momentum());

  static final int EPOCHS = 27;

  /** So that the fifth trial already may be compared with the first. */
  private static final int WINDOW = 4;

  private static final int LEARNING_ROWS = 1437;
  private static final int FOLDS = 5;

  private DigitsSearch() {}

  static SearchPlan plan(int trials) {
    return search(WIDTH, DEPTH, DROPOUT, L2, RATE, OPTIMIZER)
        .optimize(validation(accuracy()))
        .trials(trials)
        .window(WINDOW)
        .seed(11)
        .trying(DigitsSearch::tried);
  }

  /** The first rows, every fifth of which validates. */
  static Split data() {
    Dataset learning = NamedDatasets.digits().rows(0, LEARNING_ROWS);
    return Split.of(
        learning.rowsWhere(row -> row % FOLDS != 0), learning.rowsWhere(row -> row % FOLDS == 0));
  }

  /** How the best model does on rows that no trial has seen. */
  static double testAccuracy(Path model) {
    Dataset digits = NamedDatasets.digits();
    try (Model best = Model.load(model)) {
      return best.evaluate(digits.rows(LEARNING_ROWS, digits.size())).value(accuracy());
    }
  }

  private static Experiment tried(Choices pick) {
    return experiment(
        network(pick),
        training(sparseCategoricalCrossEntropy(), pick.get(OPTIMIZER).learningRate(pick.get(RATE)))
            .epochs(EPOCHS)
            .batchSize(32)
            .measure(accuracy()));
  }

  private static Network network(Choices pick) {
    Stack unit =
        stack(
            dense(pick.get(WIDTH)).relu().initializer(heNormal()).l2(pick.get(L2)),
            dropout(pick.get(DROPOUT)));
    Block[] hidden = Collections.nCopies(pick.get(DEPTH), unit).toArray(new Block[0]);
    return sequential(input(64), stack(hidden), dense(10).softmax()).named("digits");
  }
}
