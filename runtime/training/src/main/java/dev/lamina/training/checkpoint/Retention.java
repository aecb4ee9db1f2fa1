package dev.lamina.training.checkpoint;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.problem.Requirement;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How often checkpoints are written, and which are kept.
 *
 * @param every after every how many epochs, at least 1; 1 by default
 * @param last how many of the last ones are kept, at least 1; 3 by default
 * @param best which are kept besides; none by default
 * @param everyUpdates after every how many updates of the weights one is written within an epoch
 *     too, at least 1; none is by default
 */
public record Retention(int every, int last, Optional<Best> best, OptionalInt everyUpdates) {

  private static final int DEFAULT_EVERY = 1;
  private static final int DEFAULT_LAST = 3;

  /** Checks the numbers. */
  public Retention {
    Requirement.of("every", every)
        .atLeast(1, "epochs", every, "give the distance in epochs, such as 5");
    Requirement.of("keepLast", last)
        .atLeast(1, "count", last, "keep at least the last one, which training goes on from")
        .present("best", best);
    everyUpdates.ifPresent(
        updates ->
            Requirement.of("everyUpdates", updates)
                .atLeast(1, "updates", updates, "give the distance in updates, such as 500"));
  }

  /**
   * Those with the best values of a monitor.
   *
   * @param count how many, at least 1
   * @param monitor what is watched; its metric knows whether less or more is better
   */
  public record Best(int count, Monitor monitor) {

    /** Checks the number. */
    public Best {
      Requirement.of("keepBest", count, monitor)
          .atLeast(1, "count", count, "give how many to keep, such as 1")
          .present("monitor", monitor);
    }

    @Override
    public String toString() {
      return Code.call("keepBest", count, monitor).toString();
    }
  }

  /** After every epoch, of which the last 3 are kept. */
  static Retention standard() {
    return new Retention(DEFAULT_EVERY, DEFAULT_LAST, Optional.empty(), OptionalInt.empty());
  }

  Retention every(int epochs) {
    return new Retention(epochs, last, best, everyUpdates);
  }

  Retention last(int count) {
    return new Retention(every, count, best, everyUpdates);
  }

  Retention best(Best kept) {
    return new Retention(every, last, Optional.of(kept), everyUpdates);
  }

  Retention everyUpdates(int updates) {
    return new Retention(every, last, best, OptionalInt.of(updates));
  }

  @Override
  public String toString() {
    return new Code("")
        .thenIf(every != DEFAULT_EVERY, "every", every)
        .thenIf(everyUpdates.isPresent(), "everyUpdates", everyUpdates.stream().boxed().toArray())
        .thenIf(last != DEFAULT_LAST, "keepLast", last)
        .toString()
        .concat(best.map(each -> "." + each).orElse(""));
  }
}
