package dev.lamina.training;

import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.timeBudget;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.training.StopRule;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InterruptionsTest {

  private static final long SECOND = 1_000_000_000;

  private final AtomicLong clock = new AtomicLong(-5 * SECOND);
  private final Cancellation cancellation = Cancellation.create();

  @Test
  void nothingEndsATrainingThatHasTimeAndIsNotCancelled() {
    Interruptions interruptions = started(timeBudget(60));

    clock.addAndGet(60 * SECOND - 1);

    assertThat(interruptions.at(3, 7)).isEmpty();
  }

  @Test
  void theTimeIsOverAfterSoManySeconds() {
    Interruptions interruptions = started(timeBudget(60));

    clock.addAndGet(60 * SECOND);

    assertThat(interruptions.at(3, 7)).contains(new StopReason.TimeUp(timeBudget(60), 3, 7));
  }

  @Test
  void theTimeBeforeTheStartDoesNotCount() {
    Interruptions interruptions =
        new Interruptions(Xor.plan().stopWhen(timeBudget(2)), List.of(), clock::get);
    clock.addAndGet(10 * SECOND);
    interruptions.start();

    clock.addAndGet(SECOND);

    assertThat(interruptions.at(1, 1)).isEmpty();
    assertThat(interruptions.seconds()).isEqualTo(1);
  }

  @Test
  void theShortestOfSeveralTimesCounts() {
    Interruptions interruptions =
        started(timeBudget(9), earlyStopping(training(loss())), timeBudget(2), timeBudget(3));

    clock.addAndGet(4 * SECOND);

    assertThat(interruptions.at(1, 0)).contains(new StopReason.TimeUp(timeBudget(2), 1, 0));
  }

  @Test
  void whoCancelsIsHeardBeforeTheClock() {
    Interruptions interruptions = started(timeBudget(1));

    clock.addAndGet(4 * SECOND);
    cancellation.cancel();

    assertThat(interruptions.at(2, 5)).contains(new StopReason.Cancelled(2, 5));
  }

  private Interruptions started(StopRule... rules) {
    Interruptions interruptions =
        new Interruptions(
            Xor.plan().stopWhen(rules), List.of(Cancellation.create(), cancellation), clock::get);
    interruptions.start();
    return interruptions;
  }
}
