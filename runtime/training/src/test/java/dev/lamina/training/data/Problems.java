package dev.lamina.training.data;

import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;

import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.List;

/** What is wrong with data, for networks with two inputs. */
final class Problems {

  private Problems() {}

  /** What is wrong with data that a network of this last layer is trained on with this loss. */
  static List<String> of(Loss loss, Block last, Dataset training) {
    return of(sequential(input(2), last), training(loss, sgd()), Split.of(training));
  }

  static List<String> of(Network network, TrainingPlan plan, Split split) {
    return DataCheck.problems(network, plan, split).stream()
        .map(Problem::toString)
        .map(text -> text.replace(System.lineSeparator(), "\n"))
        .toList();
  }
}
