package dev.lamina.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final double[][] FEATURES = {{1, 2}, {3, 4}, {5, 6}};
  private static final double[] TARGETS = {0, 1, 0};

  private final Fingerprint print = Fingerprint.of(Dataset.of(FEATURES, TARGETS));

  @Test
  void theSameNumbersHaveTheSameFingerprint() {
    Dataset longer =
        Dataset.of(new double[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}}, new double[] {0, 1, 0, 1});

    assertThat(Fingerprint.of(longer.rows(0, 3))).isEqualTo(print);
    assertThat(print).hasToString("3 samples of 2 features and 1 targets");
  }

  @Test
  void theSmallestChangeOfANumberChangesIt() {
    double[][] features = {{1, 2}, {3, Math.nextUp(4)}, {5, 6}};

    assertThat(Fingerprint.of(Dataset.of(features, TARGETS))).isNotEqualTo(print);
    assertThat(Fingerprint.of(Dataset.of(FEATURES, new double[] {-0.0, 1, 0}))).isNotEqualTo(print);
  }

  @Test
  void anotherOrderChangesIt() {
    double[][] features = {{5, 6}, {3, 4}, {1, 2}};

    Fingerprint other = Fingerprint.of(Dataset.of(features, TARGETS));

    assertThat(other).isNotEqualTo(print);
    assertThat(other.isSizeOf(print)).isTrue();
  }

  @Test
  void weightsChangeIt() {
    Dataset weighted = Dataset.of(FEATURES, TARGETS).weighted(new double[] {1, 1, 2});
    Dataset otherwise = Dataset.of(FEATURES, TARGETS).weighted(new double[] {1, 2, 1});

    assertThat(Fingerprint.of(weighted)).isNotEqualTo(print);
    assertThat(Fingerprint.of(weighted)).isNotEqualTo(Fingerprint.of(otherwise));
  }
}
