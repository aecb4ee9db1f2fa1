package dev.lamina.training;

import dev.lamina.dsl.training.EarlyStopping;
import dev.lamina.dsl.training.StopRule;
import dev.lamina.dsl.training.TimeBudget;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.checkpoint.RuleStanding;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.engine.Snapshot;
import dev.lamina.training.history.Epoch;
import dev.lamina.training.loop.EarlyStoppingState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The stop rules of a plan at work: they watch each epoch, and keep the best weights. */
final class StopRules {

  private final Engine engine;
  private final List<Watch> watches;

  StopRules(TrainingPlan plan, Engine engine) {
    this.engine = engine;
    this.watches = plan.stopRules().stream().flatMap(rule -> rule.accept(new Start())).toList();
  }

  /** Why training ends after this epoch, counted from 0, if it does. */
  Optional<StopReason> after(int epoch, Epoch measured) {
    watches.forEach(watch -> watch.after(epoch, measured));
    return reason();
  }

  /** Why training is over, if it is. */
  Optional<StopReason> reason() {
    return watches.stream()
        .filter(watch -> watch.state.stopped())
        .findFirst()
        .map(watch -> new StopReason.NoProgress(watch.state.rule(), watch.bestEpoch()));
  }

  /** Where the rules stand, in the order of the plan. */
  List<RuleStanding> standings() {
    return watches.stream().map(watch -> new RuleStanding(watch.state, watch.best)).toList();
  }

  /** Goes on from where the rules of the same plan stood. */
  void resume(List<RuleStanding> standings) {
    for (int rule = 0; rule < watches.size(); rule++) {
      watches.get(rule).state = standings.get(rule).state();
      watches.get(rule).best = standings.get(rule).best();
    }
  }

  /** Restores the best weights for the rule that ended training, or else for the first that can. */
  void restoreBest(StopReason reason) {
    watches.stream()
        .filter(watch -> watch.isResponsible(reason))
        .findFirst()
        .flatMap(watch -> watch.best)
        .ifPresent(engine::restore);
  }

  /** One rule, and the weights that it would restore. */
  private final class Watch {

    private EarlyStoppingState state;
    private Optional<Snapshot> best = Optional.empty();

    Watch(EarlyStopping rule) {
      this.state = EarlyStoppingState.start(rule);
    }

    void after(int epoch, Epoch measured) {
      state = state.after(epoch, measured.value(state.rule().monitor()));
      if (state.rule().restoresBest() && state.isBest(epoch)) {
        best = Optional.of(engine.snapshot());
      }
    }

    int bestEpoch() {
      return state.bestEpoch().orElseThrow() + 1;
    }

    boolean isResponsible(StopReason reason) {
      return reason instanceof StopReason.NoProgress noProgress
          ? state.stopped() && noProgress.rule().equals(state.rule())
          : state.rule().restoresBest();
    }
  }

  private final class Start implements StopRule.Cases<Stream<Watch>> {

    @Override
    public Stream<Watch> earlyStopping(EarlyStopping rule) {
      return Stream.of(new Watch(rule));
    }

    /** Looks at no epoch: see {@link Interruptions}. */
    @Override
    public Stream<Watch> timeBudget(TimeBudget rule) {
      return Stream.empty();
    }
  }
}
