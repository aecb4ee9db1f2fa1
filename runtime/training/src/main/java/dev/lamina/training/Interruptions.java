package dev.lamina.training;

import dev.lamina.dsl.training.EarlyStopping;
import dev.lamina.dsl.training.StopRule;
import dev.lamina.dsl.training.TimeBudget;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** What ends a training between two mini-batches: a time that is over, or somebody who cancels. */
final class Interruptions {

  private static final double NANOSECONDS = 1e9;

  private final Optional<TimeBudget> shortest;
  private final Cancellation[] cancellations; // asked after each batch, without an iterator
  private final LongSupplier clock;
  private long start;
  private double before;

  /**
   * @param clock nanoseconds
   */
  Interruptions(TrainingPlan plan, List<Cancellation> cancellations, LongSupplier clock) {
    this.shortest =
        plan.stopRules().stream()
            .flatMap(rule -> rule.accept(new Budgets()))
            .min(Comparator.comparingDouble(TimeBudget::seconds));
    this.cancellations = cancellations.toArray(Cancellation[]::new);
    this.clock = clock;
  }

  /** The time begins to run. */
  void start() {
    start = clock.getAsLong();
  }

  /** Adds so many seconds that training took before the time began to run. */
  void after(double seconds) {
    before = seconds;
  }

  /** How long training took so far. */
  double seconds() {
    return before + (clock.getAsLong() - start) / NANOSECONDS;
  }

  /**
   * Why training ends here, if it does.
   *
   * @param epoch the epoch, counted from 1
   * @param batches how many of its mini-batches are done
   */
  Optional<StopReason> at(int epoch, int batches) {
    for (Cancellation each : cancellations) {
      if (each.isCancelled()) {
        return Optional.of(new StopReason.Cancelled(epoch, batches));
      }
    }
    if (shortest.isPresent() && seconds() >= shortest.get().seconds()) {
      return Optional.of(new StopReason.TimeUp(shortest.get(), epoch, batches));
    }
    return Optional.empty();
  }

  private static final class Budgets implements StopRule.Cases<Stream<TimeBudget>> {

    /** Looks at whole epochs: see {@link StopRules}. */
    @Override
    public Stream<TimeBudget> earlyStopping(EarlyStopping rule) {
      return Stream.empty();
    }

    @Override
    public Stream<TimeBudget> timeBudget(TimeBudget rule) {
      return Stream.of(rule);
    }
  }
}
