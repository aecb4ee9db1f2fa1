package dev.lamina.training;

import dev.lamina.dsl.optimizer.Schedule;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.loop.PlateauState;
import java.util.Optional;

/** The rate adjustment of a plan at work: it watches each epoch, and slows the optimizer down. */
final class RateAdjustment {

  private final Engine engine;
  private final Schedule schedule;
  private Optional<PlateauState> state;

  RateAdjustment(TrainingPlan plan, Engine engine) {
    this.engine = engine;
    this.schedule = plan.optimizer().learningRate();
    this.state = plan.rateAdjustment().map(rule -> PlateauState.start(rule, engine.rateFactor()));
  }

  /** Where it stands, if the plan has one. */
  Optional<PlateauState> standing() {
    return state;
  }

  /** Goes on from where that of the same plan stood; the network has its factor already. */
  void resume(Optional<PlateauState> standing) {
    state = standing;
  }

  /** Adjusts the rate of the next epoch. */
  void after(Epoch measured) {
    double scheduled = schedule.at(engine.iterations(), engine.epochs());
    state = state.map(now -> now.after(measured.value(now.rule().monitor()), scheduled));
    state
        .map(PlateauState::factor)
        .filter(factor -> factor != engine.rateFactor())
        .ifPresent(engine::rateFactor);
  }
}
