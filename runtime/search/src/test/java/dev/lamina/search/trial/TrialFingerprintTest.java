package dev.lamina.search.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrialFingerprintTest {

  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

  /** Worked out by Python's struct and hashlib. */
  @Test
  void aFingerprintIsTheDigestOfNumbersStatesChoicesReportsAndValues() {
    List<TrialRecord> trials = List.of(complete(0.25, "a", NOON), diverged("in layer `out`"));

    String fingerprint = TrialFingerprint.of(trials);

    assertThat(fingerprint)
        .isEqualTo("1522cb6c281aa7445ad0be87fc522fc70eeda78fadc13f615a4b55d43188d2b5");
  }

  @Test
  void timesWorkersAndWordsDoNotCount() {
    String first = TrialFingerprint.of(List.of(complete(0.25, "a", NOON), diverged("once")));
    String other =
        TrialFingerprint.of(
            List.of(complete(0.25, "b", NOON.plusSeconds(5)), diverged("another time")));

    assertThat(other).isEqualTo(first);
  }

  @Test
  void theLastBitCounts() {
    String first = TrialFingerprint.of(List.of(complete(0.25, "a", NOON)));
    String other = TrialFingerprint.of(List.of(complete(Math.nextUp(0.25), "a", NOON)));

    assertThat(other).isNotEqualTo(first);
  }

  /** The digest of nothing is a published one. */
  @Test
  void trialsThatAreNotDoneDoNotCount() {
    TrialRecord running = begun(0, Map.of("rate", 0.5), "a", NOON).reported(1, 2);

    String fingerprint = TrialFingerprint.of(List.of(running, running.released()));

    assertThat(fingerprint)
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void aNegativeZeroIsKeptAsTheZeroThatEveryStorageKnows() {
    TrialRecord trial =
        begun(0, Map.of(), "a", NOON)
            .reported(1, -0.0)
            .ended(Outcome.complete(), List.of(-0.0), NOON);

    assertThat(trial.reports()).isEqualTo(new TreeMap<>(Map.of(1, 0.0)));
    assertThat(trial.values()).containsExactly(0.0);
  }

  private static TrialRecord complete(double value, String worker, Instant start) {
    Map<String, Double> choices = new LinkedHashMap<>();
    choices.put("width", 64.0);
    choices.put("rate", 0.01);
    return begun(0, choices, worker, start)
        .reported(1, 0.5)
        .reported(2, 0.25)
        .ended(Outcome.complete(), List.of(value), start.plusSeconds(1));
  }

  private static TrialRecord diverged(String detail) {
    Outcome outcome = new Outcome(Outcome.Kind.DIVERGED, detail);
    return begun(1, Map.of("rate", 0.5), "a", NOON)
        .reported(1, Double.NaN)
        .ended(outcome, List.of(), NOON);
  }

  private static TrialRecord begun(
      int number, Map<String, Double> choices, String worker, Instant start) {
    Claim claim = new Claim(new Worker("host", 1, 0, worker), start);
    return TrialRecord.begun(number, choices, claim, start);
  }
}
