package dev.lamina.compiler;

import dev.lamina.compiler.invariant.InputsAreResolved;
import dev.lamina.compiler.invariant.Invariant;
import dev.lamina.compiler.invariant.LossEndsThePlan;
import dev.lamina.compiler.invariant.NamesAreUnique;
import dev.lamina.compiler.pass.AttachLoss;
import dev.lamina.compiler.pass.Pass;
import dev.lamina.compiler.pass.RemoveIdleLayers;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.dsl.check.PlanCheck;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.List;

/** Translates a network and a training plan into what DL4J runs; no native code is loaded. */
public final class Compiler {

  private static final List<Pass> PASSES = List.of(new RemoveIdleLayers(), new AttachLoss());

  private static final List<Invariant> INVARIANTS =
      List.of(new NamesAreUnique(), new InputsAreResolved(), new LossEndsThePlan());

  private Compiler() {}

  /**
   * The network, ready to be trained by this plan.
   *
   * @throws InvalidDescriptionException with everything that is wrong with either
   */
  public static CompiledNetwork compile(Network network, TrainingPlan training) {
    new Requirement(new Code("compile(network, training)"))
        .present("network", network)
        .present("training", training);
    List<Problem> problems = PlanCheck.problems(network, training);
    if (!problems.isEmpty()) {
      throw new InvalidDescriptionException("Network `" + network.name() + "`", problems);
    }
    Plan plan = Plan.of(network, training);
    for (Pass pass : PASSES) {
      plan = checked(pass.apply(plan), pass);
    }
    return new CompiledNetwork(network, plan);
  }

  private static Plan checked(Plan plan, Pass pass) {
    for (Invariant invariant : INVARIANTS) {
      invariant
          .violation(plan)
          .ifPresent(
              violation -> {
                throw new IllegalStateException(
                    "After " + pass.getClass().getSimpleName() + ": " + violation);
              });
    }
    return plan;
  }
}
