package dev.lamina.training.tool;

import dev.lamina.dsl.check.LearningCheck;
import dev.lamina.dsl.check.PlanCheck;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;

/** What every trial demands before it starts. */
final class Trials {

  private Trials() {}

  /** Refuses network, plan and data with everything that is wrong. */
  static void requireValid(
      String subject, Network network, TrainingPlan plan, List<Problem> ofData) {
    List<Problem> problems = new ArrayList<>(PlanCheck.problems(network, plan));
    problems.addAll(LearningCheck.problems(network));
    problems.addAll(ofData);
    if (!problems.isEmpty()) {
      throw new InvalidDescriptionException(
          subject + " for network `" + network.name() + "`", problems);
    }
  }
}
