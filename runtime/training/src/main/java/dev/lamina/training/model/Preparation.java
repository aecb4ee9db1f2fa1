package dev.lamina.training.model;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.DataCheck;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Preprocessing;
import java.util.List;
import java.util.Optional;

/**
 * Brings data to the form in which a network takes it.
 *
 * @param network the network
 * @param preprocessing what was done to the data that it learned from
 * @param isTrained whether it learned from any; one that did not takes all data
 */
record Preparation(Network network, Preprocessing preprocessing, boolean isTrained) {

  /** Demands what can be done to the features of a network, and names of as many classes. */
  static void requireFit(Network network, TrainingPlan plan, Preprocessing before) {
    Requirement.of("preprocessing", before).present("before", before);
    List<Problem> problems = DataCheck.problems(network, plan, before);
    if (!problems.isEmpty()) {
      throw new InvalidDescriptionException(
          "Preprocessing for network `" + network.name() + "`", problems);
    }
  }

  /** The data, to which it is done when it is read, where it is not done yet. */
  Dataset of(Dataset data) {
    Optional<Problem> problem =
        preprocessing.problem("Data", data, "the data that the model learned from");
    if (isTrained && problem.isPresent()) {
      throw new InvalidDescriptionException(
          "Data for network `" + network.name() + "`", List.of(problem.get()));
    }
    return preprocessing.appliedTo(data);
  }
}
