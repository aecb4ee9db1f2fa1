package dev.lamina.search.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MagnitudeTest {

  /** The third of five is 6 above the least, which is from 4 to 8. */
  @Test
  void itIsThatOfTheBetterHalf() {
    assertThat(Magnitude.of(new double[] {1e300, 1, 9, 2, 7})).hasValue(2);
    assertThat(Magnitude.of(new double[] {0x1p-70, 0})).hasValue(-70);
  }

  @Test
  void whereTheBetterHalfIsAlikeTheNextOneCounts() {
    assertThat(Magnitude.of(new double[] {3, 3, 3, 3.5, 100})).hasValue(-1);
  }

  @Test
  void lossesThatAreAllTheSameHaveNone() {
    assertThat(Magnitude.of(new double[] {0.1, 0.1, 0.1})).isEmpty();
    assertThat(Magnitude.of(new double[0])).isEmpty();
  }
}
