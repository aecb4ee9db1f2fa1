package dev.lamina.search;

import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.search.sampler.Samplers.randomSearch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.metric.Goal;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.trial.TrialState;
import dev.lamina.training.Cancellation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What ends a study that its caller drives. */
@Timeout(60)
class EndedStudyTest {

  private static final RealParam X = real("x", -5, 5);
  private static final SearchPlan PLAN = search(X).trials(2_000).seed(4);

  @Test
  void itsTimeEndsIt() throws InterruptedException {
    SearchPlan plan = PLAN.timeLimit(Duration.ofMillis(100));

    try (Study study = Tuner.using(randomSearch()).study(plan, Goal.MINIMIZE)) {
      for (Optional<ActiveTrial> next = study.ask(); next.isPresent(); next = study.ask()) {
        pause();
        next.get().complete(next.get().get(X));
      }

      assertThat(study.stopCause()).hasValue(StopCause.TIME_UP);
    }
  }

  @Test
  void whoeverCancelsItEndsItAndTellsTheTrialsThatRun() throws InterruptedException {
    Cancellation cancellation = Cancellation.create();
    Tuner tuner = Tuner.using(randomSearch()).stopOn(cancellation);

    try (Study study = tuner.study(PLAN, Goal.MINIMIZE)) {
      ActiveTrial trial = study.ask().orElseThrow();
      assertThat(trial.report(1, 1)).isFalse();
      cancellation.cancel();

      assertThat(study.ask()).isEmpty();
      assertThat(study.stopCause()).hasValue(StopCause.CANCELLED);
      while (!trial.shouldEnd()) {
        pause();
      }
      assertThat(trial.report(2, 1)).isTrue();
    }
  }

  @Test
  void onceClosedItGivesNoOtherTrial() throws InterruptedException {
    Study study = Tuner.using(randomSearch()).study(PLAN, Goal.MINIMIZE);
    assertThat(study.ask()).isPresent();

    study.close();

    assertThat(study.ask()).isEmpty();
    assertThat(study.trials()).extracting(Trial::state).containsExactly(TrialState.WAITING);
  }

  @Test
  void itKeepsNoModelThatItDoesNotTrain() {
    Tuner tuner = Tuner.using(randomSearch()).keepBest(Path.of("best.lamina"));

    assertThatThrownBy(() -> tuner.study(PLAN, Goal.MINIMIZE))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`keepBest` must be absent where the caller trains");
  }

  private static void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
  }
}
