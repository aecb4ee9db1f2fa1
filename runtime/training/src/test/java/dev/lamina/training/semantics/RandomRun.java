package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.model.Weights;

/** A training in which everything is random that can be: weights, order and two dropouts. */
final class RandomRun {

  static final TrainingPlan PLAN =
      training(binaryCrossEntropy(), adam(0.01)).epochs(4).batchSize(8).seed(42);

  static final Network NETWORK =
      sequential(
          input(4),
          dropout(0.2),
          dense(16).l2(1e-3),
          batchNorm(),
          dense(8).relu(),
          dropout(0.5),
          dense(1).sigmoid());

  private RandomRun() {}

  static Weights weights() {
    return result(PLAN, new TrainingListener() {}).model().weights();
  }

  static Weights weights(TrainingPlan plan) {
    return result(plan, new TrainingListener() {}).model().weights();
  }

  static Weights weights(TrainingListener listener) {
    return result(PLAN, listener).model().weights();
  }

  static TrainingResult result(TrainingPlan plan, TrainingListener listener) {
    Split split = Split.of(samples(37), samples(11));
    return Trainer.create().listener(listener).train(NETWORK, plan, split);
  }

  static Dataset samples(int count) {
    double[][] rows = new double[count][4];
    double[] targets = new double[count];
    for (int i = 0; i < count; i++) {
      for (int feature = 0; feature < 4; feature++) {
        rows[i][feature] = Math.sin(3.0 * i + feature);
      }
      targets[i] = i % 3 == 0 ? 1 : 0;
    }
    return Dataset.of(rows, targets);
  }
}
