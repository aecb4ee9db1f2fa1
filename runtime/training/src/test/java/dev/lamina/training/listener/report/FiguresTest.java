package dev.lamina.training.listener.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "0.5, 0.5",
    "0.52534999, 0.5253",
    "1234.56, 1235",
    "-0.25, -0.25",
    "0.001, 0.001",
    "0.00099, 9.9e-4",
    "1e-9, 1e-9",
    "12345678, 1.235e7",
    "NaN, NaN",
    "Infinity, Infinity",
    "999999, 1000000"
  })
  void numbersHaveFourDigits(double value, String text) {
    assertThat(Figures.of(value)).isEqualTo(text);
  }

  @Test
  void numbersOfAnAxisAreWrittenAlike() {
    assertThat(Figures.alike(List.of(9e-4, 0.001, 0.0011)))
        .containsExactly("9e-4", "1e-3", "1.1e-3");
    assertThat(Figures.alike(List.of(0.0, 5e5, 1e6))).containsExactly("0", "5e5", "1e6");
    assertThat(Figures.alike(List.of(0.0, 0.5, 1.0))).containsExactly("0", "0.5", "1");
  }

  @Test
  void numbersOfAnAxisHaveTheDigitsThatTellThemApart() {
    assertThat(Figures.alike(List.of(100050.0, 100060.0))).containsExactly("100050", "100060");
    assertThat(Figures.alike(List.of(1.00001e7, 1.00002e7)))
        .containsExactly("1.00001e7", "1.00002e7");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0025, 2.5 ms",
    "0.0345678, 34.57 ms",
    "0, 0.00 s",
    "0.5, 0.50 s",
    "42.06, 42.1 s",
    "60, 1 min 0 s",
    "3599.4, 59 min 59 s",
    "12000, 3 h 20 min"
  })
  void timesHaveTwoUnits(double seconds, String text) {
    assertThat(Figures.time(seconds)).isEqualTo(text);
  }
}
