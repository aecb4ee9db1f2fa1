package dev.lamina.training.loop;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Training.earlyStopping;
import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.training.EarlyStopping;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sequences of Keras's own tests, and what its definition gives for others. */
class EarlyStoppingStateTest {

  private static final EarlyStopping LOSS = earlyStopping(validation(loss()));
  private static final EarlyStopping ACCURACY = earlyStopping(validation(accuracy()));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 6})
  void trainingStopsWhenPatienceIsOver(int patience) {
    double[] values = {10, 9, 8, 9, 8.9, 8.8, 8.7, 8.6, 8.5};

    Run run = run(LOSS.patience(patience), values);

    assertThat(run.lastEpoch()).isEqualTo(Math.max(patience, 1) + 2);
    assertThat(run.state().stopped()).isTrue();
    assertThat(run.state().bestEpoch()).hasValue(2);
    assertThat(run.state().best()).isEqualTo(8);
  }

  @Test
  void trainingGoesOnWhilePatienceLasts() {
    Run run = run(LOSS.patience(7), 10, 9, 8, 9, 8.9, 8.8, 8.7, 8.6, 8.5);

    assertThat(run.state().stopped()).isFalse();
    assertThat(run.lastEpoch()).isEqualTo(8);
    assertThat(run.state().waited()).isEqualTo(6);
  }

  @Test
  void theBestWeightsAreThoseOfTheBestEpoch() {
    Run run = run(LOSS.patience(2), 0.2, 0.15, 0.1, 0.11, 0.12);

    assertThat(run.state().stopped()).isTrue();
    assertThat(run.lastEpoch()).isEqualTo(4);
    assertThat(run.state().bestEpoch()).hasValue(2);
    assertThat(run.bestEpochs()).containsExactly(0, 1, 2);
  }

  @Test
  void waitingGoesOnUntilTheBaselineIsBeaten() {
    Run run = run(LOSS.patience(5).baseline(0.5), 0.9, 0.8, 0.7, 0.71, 0.72, 0.73);

    assertThat(run.state().stopped()).isTrue();
    assertThat(run.epochs()).isEqualTo(5);
    assertThat(run.state().bestEpoch()).hasValue(2);
  }

  @Test
  void waitingStartsAnewOnceTheBaselineIsBeaten() {
    Run run = run(LOSS.patience(3).baseline(0.5), 0.9, 0.6, 0.4, 0.45, 0.46, 0.47);

    assertThat(run.lastEpoch()).isEqualTo(5);
    assertThat(run.state().bestEpoch()).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "1, 3", "2, 4"})
  void patienceZeroIsThatOfOneEpoch(int patience, int lastEpoch) {
    Run run = run(LOSS.patience(patience), 4, 3, 2, 2, 2, 2);

    assertThat(run.lastEpoch()).isEqualTo(lastEpoch);
  }

  @Test
  void anEqualValueIsNoImprovement() {
    Run run = run(LOSS.patience(1), 1, 1);

    assertThat(run.state().stopped()).isTrue();
    assertThat(run.state().bestEpoch()).hasValue(0);
  }

  @Test
  void improvementsOfMinDeltaOrLessDoNotCount() {
    EarlyStopping rule = LOSS.patience(2).minDelta(0.25);

    Run exact = run(rule, 1, 0.75, 0.75);
    Run beyond = run(rule, 1, 0.5, 0.5);

    assertThat(exact.state().stopped()).isTrue();
    assertThat(exact.state().bestEpoch()).hasValue(0);
    assertThat(beyond.state().stopped()).isFalse();
    assertThat(beyond.state().bestEpoch()).hasValue(1);
  }

  @Test
  void minDeltaIsMeasuredFromTheBestAndNotFromTheEpochBefore() {
    Run run = run(LOSS.patience(3).minDelta(0.25), 1, 0.875, 0.75, 0.625);

    assertThat(run.state().bestEpoch()).hasValue(3);
    assertThat(run.state().waited()).isZero();
  }

  @Test
  void moreIsBetterWhereTheMetricSaysSo() {
    Run run = run(ACCURACY.patience(2).minDelta(0.125), 0.5, 0.75, 0.8, 0.875);

    assertThat(run.state().stopped()).isTrue();
    assertThat(run.lastEpoch()).isEqualTo(3);
    assertThat(run.state().bestEpoch()).hasValue(1);
    assertThat(run.state().best()).isEqualTo(0.75);
  }

  @Test
  void aBaselineIsToBeExceededWhereMoreIsBetter() {
    Run run = run(ACCURACY.patience(2).baseline(0.9), 0.5, 0.6, 0.7, 0.8);

    assertThat(run.state().stopped()).isFalse();
    assertThat(run.state().waited()).isEqualTo(4);
  }

  @Test
  void epochsBeforeTheFirstToLookAtDoNotCount() {
    EarlyStopping rule = LOSS.patience(1).startFrom(3);

    Run run = run(rule, 0.1, 0.2, 0.3, 0.9, 0.8, 0.85);

    assertThat(run.lastEpoch()).isEqualTo(5);
    assertThat(run.state().bestEpoch()).hasValue(4);
    assertThat(run.bestEpochs()).containsExactly(3, 4);
  }

  @Test
  void nothingIsBestBeforeTheFirstEpochToLookAt() {
    Run run = run(LOSS.startFrom(3), 0.1, 0.2, 0.3);

    assertThat(run.state()).isEqualTo(EarlyStoppingState.start(LOSS.startFrom(3)));
    assertThat(run.state().bestEpoch()).isEmpty();
  }

  @Test
  void notANumberIsNeverAnImprovement() {
    Run run = run(LOSS.patience(2), 1, NaN, 0.5, NaN, NaN);

    assertThat(run.state().stopped()).isTrue();
    assertThat(run.lastEpoch()).isEqualTo(4);
    assertThat(run.state().bestEpoch()).hasValue(2);
    assertThat(run.state().best()).isEqualTo(0.5);
  }

  @Test
  void anyNumberImprovesOnANotANumberThatCameFirst() {
    Run minimized = run(LOSS.patience(5), NaN, 1e300);
    Run maximized = run(ACCURACY.patience(5), NaN, -1e300);

    assertThat(minimized.state().bestEpoch()).hasValue(1);
    assertThat(minimized.state().best()).isEqualTo(1e300);
    assertThat(maximized.state().bestEpoch()).hasValue(1);
    assertThat(maximized.state().best()).isEqualTo(-1e300);
  }

  @Test
  void whereNothingIsEverANumberTheFirstEpochIsKept() {
    Run run = run(LOSS.patience(2), NaN, NaN, NaN);

    assertThat(run.state().stopped()).isTrue();
    assertThat(run.lastEpoch()).isEqualTo(1);
    assertThat(run.state().bestEpoch()).hasValue(0);
    assertThat(run.state().best()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void theFirstEpochAloneNeverEndsTraining() {
    Run run = run(LOSS.patience(0), NaN);

    assertThat(run.state().stopped()).isFalse();
    assertThat(run.state().waited()).isEqualTo(1);
  }

  @Test
  void aStateIsAValueThatLaterEpochsLeaveAsItIs() {
    EarlyStoppingState start = EarlyStoppingState.start(LOSS.patience(1));

    EarlyStoppingState once = run(LOSS.patience(1), 1, 2).state();
    EarlyStoppingState again = run(LOSS.patience(1), 1, 2).state();

    assertThat(again).isEqualTo(once);
    assertThat(start.bestEpoch()).isEmpty();
    assertThat(start.waited()).isZero();
    assertThat(start.stopped()).isFalse();
  }

  /** Runs from the first value, epoch 0, until the rule stops or the values end. */
  private static Run run(EarlyStopping rule, double... values) {
    EarlyStoppingState state = EarlyStoppingState.start(rule);
    List<Integer> best = new ArrayList<>();
    int epoch = 0;
    while (epoch < values.length && !state.stopped()) {
      state = state.after(epoch, values[epoch]);
      if (state.isBest(epoch)) {
        best.add(epoch);
      }
      epoch++;
    }
    return new Run(state, epoch, best);
  }

  private record Run(EarlyStoppingState state, int epochs, List<Integer> bestEpochs) {

    int lastEpoch() {
      return epochs - 1;
    }
  }
}
