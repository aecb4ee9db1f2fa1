package dev.lamina.training.checkpoint;

import dev.lamina.dsl.training.EarlyStopping;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.loop.PlateauState;
import java.io.IOException;
import java.util.List;

/** What a training must be like that goes on by a plan. */
final class StandingCheck {

  private StandingCheck() {}

  /**
   * Demands counts that can be, and the rules of the plan, in their order.
   *
   * @throws IOException with what is wrong
   */
  static void require(Standing standing, TrainingPlan plan) throws IOException {
    require(standing.steps() >= 0, "it has seen " + standing.steps() + " mini-batches.");
    require(standing.threads() >= 1, "it has " + standing.threads() + " threads.");
    require(standing.seconds() >= 0, "it took " + standing.seconds() + " seconds.");
    int batches = standing.epoch().map(EpochStanding::batches).orElse(1);
    require(batches >= 1, "its epoch has begun with " + batches + " mini-batches.");
    List<EarlyStopping> stood = standing.rules().stream().map(each -> each.state().rule()).toList();
    boolean sameRules =
        stood.equals(plan.stopRules().stream().filter(EarlyStopping.class::isInstance).toList());
    boolean sameAdjustment =
        standing.plateau().map(PlateauState::rule).equals(plan.rateAdjustment());
    require(sameRules && sameAdjustment, "its rules are not those of the plan.");
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }
}
