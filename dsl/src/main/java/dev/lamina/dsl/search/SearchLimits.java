package dev.lamina.dsl.search;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long a search may go on: until the first of these is reached.
 *
 * @param trials how many trials at the most, at least 1; 10 by default, as in KerasTuner
 * @param epochs how many epochs all trials together have before no other starts, at least 1; any
 *     number by default
 * @param time how long the search may take; any time by default. Trials that run then are ended and
 *     are begun anew when the search is resumed
 * @param trialTime how long one trial may take; any time by default. It has failed then
 */
public record SearchLimits(
    int trials, OptionalLong epochs, Optional<Duration> time, Optional<Duration> trialTime) {

  private static final int DEFAULT_TRIALS = 10;
  private static final Duration MOST_MILLISECONDS = Duration.ofMillis(Long.MAX_VALUE);

  /** With every limit at its default. */
  public SearchLimits() {
    this(DEFAULT_TRIALS, OptionalLong.empty(), Optional.empty(), Optional.empty());
  }

  /** Checks the numbers. */
  public SearchLimits {
    Requirement.of("trials", trials)
        .atLeast(1, "trials", trials, "give how many trials there may be, such as 40");
    epochs.ifPresent(
        all ->
            Requirement.of("totalEpochs", all)
                .that(all >= 1, "epochs", "at least 1", all, "give the epochs of all trials"));
    time.ifPresent(given -> checkTime("timeLimit", given));
    trialTime.ifPresent(given -> checkTime("trialTimeLimit", given));
  }

  private static void checkTime(String option, Duration time) {
    boolean isPositive = !time.isNegative() && !time.isZero();
    Requirement.of(option, time)
        .that(isPositive, "time", "above 0", time, "give a time such as `Duration.ofMinutes(10)`");
  }

  /** The limits as options of a search, those at their defaults left out. */
  Code appendTo(Code code) {
    return code.thenIf(trials != DEFAULT_TRIALS, "trials", trials)
        .thenIf(epochs.isPresent(), "totalEpochs", epochs.stream().boxed().toArray())
        .thenIf(time.isPresent(), "timeLimit", durations(time))
        .thenIf(trialTime.isPresent(), "trialTimeLimit", durations(trialTime));
  }

  private static Object[] durations(Optional<Duration> time) {
    return time.stream().map(SearchLimits::code).toArray();
  }

  /** In milliseconds, unless there are more of them than a number holds. */
  private static Code code(Duration time) {
    return time.compareTo(MOST_MILLISECONDS) <= 0
        ? Code.call("Duration.ofMillis", time.toMillis())
        : Code.call("Duration.ofSeconds", time.toSeconds());
  }
}
