package dev.lamina.dsl.training;

import static dev.lamina.dsl.training.Precision.FLOAT32;
import static dev.lamina.dsl.training.Precision.FLOAT64;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTest {

  @Test
  void aNumberTakesTheBytesOfItsPrecision() {
    assertThat(FLOAT32.bytes()).isEqualTo(4);
    assertThat(FLOAT64.bytes()).isEqualTo(8);
  }

  @ParameterizedTest(name = "{0}: FLOAT32 {1}, FLOAT64 {2}")
  @CsvSource({
    "0, true, true",
    "-1e-300, true, true",
    "3.4028234e38, true, true",
    "-3.5e38, false, true",
    "1e39, false, true",
    "1.7e308, false, true",
    "Infinity, false, false",
    "-Infinity, false, false",
    "NaN, false, false"
  })
  void aNumberIsHeldIfItStaysFinite(double value, boolean single, boolean twofold) {
    boolean inSingle = FLOAT32.holds(value);
    boolean inDouble = FLOAT64.holds(value);

    assertThat(inSingle).isEqualTo(single);
    assertThat(inDouble).isEqualTo(twofold);
  }
}
