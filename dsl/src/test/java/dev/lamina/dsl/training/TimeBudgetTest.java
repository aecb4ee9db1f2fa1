package dev.lamina.dsl.training;

import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.earlyStopping;
import static dev.lamina.dsl.Training.reduceOnPlateau;
import static dev.lamina.dsl.Training.timeBudget;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeBudgetTest {

  @ParameterizedTest
  @CsvSource({"PT1.5S, 1.5", "PT2H, 7200", "PT0.000000001S, 1e-9"})
  void aDurationIsSoManySeconds(Duration time, double seconds) {
    TimeBudget rule = timeBudget(time);

    assertThat(rule).isEqualTo(timeBudget(seconds));
    assertThat(rule.seconds()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aTimeThatIsNotPositiveIsRefused(double seconds) {
    String message = messageOf(() -> timeBudget(seconds));

    assertThat(message)
        .isEqualTo(
            """
            `timeBudget(%1$s)` is not valid: 1 problem.
              1. `seconds` must be a finite number above 0 but is %1$s.
                 Fix: give the time in seconds, such as 600.""",
            seconds == (int) seconds ? String.valueOf((int) seconds) : String.valueOf(seconds));
  }

  @Test
  void aDurationIsRequired() {
    String message = messageOf(() -> timeBudget(null));

    assertThat(message)
        .isEqualTo(
            """
            `timeBudget(null)` is not valid: 1 problem.
              1. `time` must be a value but is null.
                 Fix: pass a value: null stands for nothing.""");
  }

  @Test
  void aTimeBudgetWatchesNoMonitor() {
    EarlyStopping stopping = earlyStopping(training(loss()));
    ReduceOnPlateau reducing = reduceOnPlateau(training(loss()));

    TrainingPlan plan =
        training(meanSquaredError(), sgd()).stopWhen(timeBudget(60), stopping).adjustRate(reducing);

    assertThat(plan.watchers()).containsExactly(stopping, reducing);
    assertThat(plan.stopRules()).containsExactly(timeBudget(60), stopping);
  }
}
