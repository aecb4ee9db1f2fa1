package dev.lamina.training.model;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
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
