package dev.lamina.search;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Search.experiment;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialState;
import dev.lamina.training.Cancellation;
import dev.lamina.training.data.Dataset;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a trial throws is how it failed, and the search goes on. */
@Timeout(60)
class ThrowingTrialTest {

  private static final RealParam X = real("x", -5, 5);
  private static final SearchPlan PLAN = search(X).trials(3).seed(4);
  private static final int STEPS = 2_000;

  static Stream<Throwable> throwables() {
    return Stream.of(
        new IllegalStateException("broken"),
        new Error("broken"),
        new AssertionError("broken"),
        new LinkageError("broken"),
        new NoClassDefFoundError("broken"),
        new ExceptionInInitializerError("broken"),
        new StackOverflowError("broken"),
        new IOException("broken"),
        new InterruptedException("broken"));
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void itFailsByTheNameOfWhatItThrows(Throwable thrown) {
    SearchResult found =
        Tuner.using(randomSearch())
            .minimize(PLAN, trial -> trial.number() == 1 ? sneaky(thrown) : trial.get(X));

    assertThat(found.complete()).hasSize(2);
    assertThat(found.trials().get(1).outcome())
        .contains(new Outcome(Outcome.Kind.FAILED, thrown.toString()));
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void soDoesOneThatTrainsANetwork(Throwable thrown) {
    AtomicInteger made = new AtomicInteger();
    AtomicBoolean isSearched = new AtomicBoolean();
    Dataset line = Dataset.of(new double[][] {{0}, {1}, {2}}, new double[] {1, 3, 5});
    SearchPlan plan =
        PLAN.trials(1)
            .optimize(training(loss()))
            .trying(
                pick -> {
                  double rate = 1e-4 * Math.abs(pick.get(X)) + 1e-4;
                  made.addAndGet(pick instanceof ActiveTrial ? 1 : 0);
                  return experiment(
                      sequential(input(1), dense(1)),
                      training(meanSquaredError(), sgd(isSearched.get() ? sneaky(thrown) : rate)));
                });

    SearchResult found =
        Tuner.using(randomSearch())
            .retries(1)
            .listener(
                new SearchListener() {
                  @Override
                  public void searchStarted(Start start) {
                    isSearched.set(true);
                  }
                })
            .run(plan, line);

    assertThat(found.trials().get(0).outcome())
        .contains(new Outcome(Outcome.Kind.FAILED, thrown.toString()));
    assertThat(made).as("it is tried once more").hasValue(2);
  }

  /** A worker that stays interrupted would ask for no other trial. */
  @Test
  void aFunctionThatLeavesItsThreadInterruptedFailsAlone() {
    SearchResult found =
        Tuner.using(randomSearch())
            .minimize(
                PLAN.window(1),
                trial -> {
                  Thread.currentThread().interrupt();
                  return sneaky(new InterruptedException("broken"));
                });

    assertThat(found.stopCause()).isEqualTo(StopCause.TRIALS_DONE);
    assertThat(found.trials())
        .extracting(trial -> trial.outcome().orElseThrow().toString())
        .hasSize(3)
        .containsOnly("FAILED (java.lang.InterruptedException: broken)");
  }

  @Test
  void aFunctionThatIsInterruptedWithTheSearchMayThrowThatUndeclared() {
    Cancellation cancellation = Cancellation.create();

    SearchResult found =
        Tuner.using(randomSearch())
            .stopOn(cancellation)
            .minimize(
                PLAN,
                trial -> {
                  cancellation.cancel();
                  try {
                    new CountDownLatch(1).await();
                    return 0;
                  } catch (InterruptedException told) {
                    return sneaky(told);
                  }
                });

    assertThat(found.trials()).extracting(Trial::state).containsExactly(TrialState.WAITING);
  }

  @Test
  void whatAListenerThrowsEndsTheTrialThatRuns() {
    AtomicInteger steps = new AtomicInteger();
    SearchListener failing =
        new SearchListener() {
          @Override
          public void trialReported(Trial trial) {
            throw new IllegalStateException("no disk");
          }
        };

    assertThatThrownBy(
            () ->
                Tuner.using(randomSearch())
                    .listener(failing)
                    .minimize(PLAN, trial -> slowly(trial, steps)))
        .isInstanceOf(SearchListenerException.class);

    assertThat(steps.get()).isPositive().isLessThan(STEPS);
  }

  @Test
  void whatAListenerThrowsAtTheStartLeavesNoTrialToDo() {
    AtomicInteger trials = new AtomicInteger();
    SearchListener failing =
        new SearchListener() {
          @Override
          public void searchStarted(Start start) {
            throw new IllegalStateException("no disk");
          }
        };

    assertThatThrownBy(
            () ->
                Tuner.using(randomSearch())
                    .listener(failing)
                    .minimize(PLAN, trial -> trials.incrementAndGet()))
        .isInstanceOf(SearchListenerException.class);

    assertThat(trials).hasValue(0);
  }

  /** Far longer than it takes to be told. */
  private static double slowly(ActiveTrial trial, AtomicInteger steps) {
    boolean isOver = false;
    for (int step = 1; step <= STEPS && !isOver; step++) {
      steps.incrementAndGet();
      isOver = trial.report(step, 1);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    return 1;
  }

  @Test
  void whatAListenerThrowsEndsTheSearchWhateverItIs() {
    SearchListener failing =
        new SearchListener() {
          @Override
          public void trialReported(Trial trial) {
            assertThat(sneaky(new IOException("no disk"))).isZero();
          }
        };
    Tuner tuner = Tuner.using(randomSearch()).listener(failing);

    assertThat(catchThrowable(() -> tuner.minimize(PLAN, trial -> trial.report(1, 1) ? 1 : 2)))
        .isInstanceOf(SearchListenerException.class)
        .hasRootCauseMessage("no disk");
  }

  /** Throws it undeclared, as other languages do. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> double sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
