package dev.lamina.training;

import dev.lamina.dsl.check.LearningCheck;
import dev.lamina.dsl.check.PlanCheck;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.DataCheck;
import dev.lamina.training.data.Split;
import java.util.ArrayList;
import java.util.List;

/** What is looked at before a training starts, so that all that is wrong is said at once. */
final class TrainingCheck {

  private TrainingCheck() {}

  /**
   * Demands that a call like {@code train(network, plan, split)} has what it needs.
   *
   * @throws InvalidDescriptionException if something is not there, or as below
   */
  static void require(
      String call, Network network, TrainingPlan plan, Split split, TrainerSettings settings) {
    new Requirement(new Code(call + "(network, plan, split)"))
        .present("network", network)
        .present("plan", plan)
        .present("split", split);
    require(network, plan, split, settings);
  }

  /**
   * Demands that this can be trained.
   *
   * @throws InvalidDescriptionException with everything that is wrong with network, plan and data
   */
  static void require(Network network, TrainingPlan plan, Split split, TrainerSettings settings) {
    List<Problem> problems = new ArrayList<>(PlanCheck.problems(network, plan));
    problems.addAll(LearningCheck.problems(network));
    problems.addAll(DataCheck.problems(network, plan, split));
    settings
        .checkpoints()
        .flatMap(written -> written.problem(plan, split.validation().isPresent()))
        .ifPresent(problems::add);
    if (plan.validationEvery().isPresent() && split.validation().isEmpty()) {
      problems.add(
          new Problem(
              "`validateEvery(" + plan.validationEvery().getAsInt() + ")`",
              "measures validation data but none is given.",
              "give some, `Split.of(training, validation)`, or leave it out of the plan."));
    }
    if (!problems.isEmpty()) {
      throw new InvalidDescriptionException(
          "Training of network `" + network.name() + "`", problems);
    }
  }
}
