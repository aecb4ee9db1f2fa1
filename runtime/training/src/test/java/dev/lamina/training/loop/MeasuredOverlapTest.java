package dev.lamina.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredOverlapTest {

  private static final long MILLISECOND = 1_000_000;

  private final Overlap overlap = new MeasuredOverlap(2);

  @Test
  void nothingIsGatheredAheadAtFirst() {
    assertThat(overlap.pays()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "200_000, 4_000_000, false",
    "200_000, 3_999_980, true",
    "199_999, 0, false",
    "200_000, 0, true",
    "50_000_000, 1_000_000, true",
    "3_000_000, 100_000_000, false"
  })
  void itPaysWhereGatheringTakesLongAndACertainPartOfTheStep(
      String gathering, String computing, boolean pays) {
    for (int batch = 0; batch < 3; batch++) {
      overlap.after(nanoseconds(gathering), nanoseconds(computing));
    }

    assertThat(overlap.pays()).isEqualTo(pays);
  }

  @Test
  void threeBatchesInARowDecide() {
    overlap.after(MILLISECOND, 0);
    overlap.after(MILLISECOND, 0);
    overlap.after(0, 0);
    overlap.after(MILLISECOND, 0);
    overlap.after(MILLISECOND, 0);
    boolean afterTwo = overlap.pays();

    overlap.after(MILLISECOND, 0);

    assertThat(afterTwo).isFalse();
    assertThat(overlap.pays()).isTrue();
  }

  @Test
  void samplesThatComeFasterLaterAreGatheredInPlaceAgain() {
    for (int batch = 0; batch < 3; batch++) {
      overlap.after(MILLISECOND, 0);
    }

    overlap.after(0, 0);
    overlap.after(0, 0);
    boolean afterTwo = overlap.pays();
    overlap.after(0, 0);

    assertThat(afterTwo).isTrue();
    assertThat(overlap.pays()).isFalse();
  }

  @Test
  void oneCoreGathersInPlace() {
    Overlap alone = new MeasuredOverlap(1);

    for (int batch = 0; batch < 9; batch++) {
      alone.after(MILLISECOND, 0);
    }

    assertThat(alone.pays()).isFalse();
  }

  private static long nanoseconds(String text) {
    return Long.parseLong(text.replace("_", ""));
  }
}
