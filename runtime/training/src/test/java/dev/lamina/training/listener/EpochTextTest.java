package dev.lamina.training.listener;

import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.meanAbsoluteError;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Metrics.validation;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochTextTest {

  private static final String EMPTY = "─".repeat(20);

  @ParameterizedTest
  @CsvSource({
    "0, 0µs/step",
    "0.0000234, 23µs/step",
    "0.0009994, 999µs/step",
    "0.0009996, 1ms/step",
    "0.0235, 24ms/step",
    "0.9994, 999ms/step",
    "0.9996, 1s/step",
    "12.3, 12s/step",
    "4000, 4000s/step",
  })
  void theTimeOfAStepIsInTheUnitThatSuitsIt(double seconds, String expected) {
    EpochText text = new EpochText(4, Glyphs.UNICODE);

    String line = text.over(0, 0, seconds, Map.of());

    assertThat(line).isEqualTo("0/4 " + EMPTY + " 0s " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, 0s",
    "59.9, 59s",
    "60, 1:00",
    "75.2, 1:15",
    "3599, 59:59",
    "3600, 1:00:00",
    "90061, 25:01:01",
  })
  void theTimeThatIsLeftIsThatOfTheStepsThatAreLeft(double left, String expected) {
    EpochText text = new EpochText(1000, Glyphs.UNICODE);

    String line = text.running(999, left, Map.of());

    assertThat(line).startsWith(" 999/1000 " + "━".repeat(19) + "─ " + expected + " ");
  }

  @ParameterizedTest
  @CsvSource({
    "0, ....................",
    "4, ....................",
    "5, =...................",
    "50, ==========..........",
    "99, ===================.",
    "100, ====================",
  })
  void theBarIsFullWhenAllIsDone(int done, String expected) {
    EpochText text = new EpochText(100, Glyphs.ASCII);

    String line = text.over(done, 2, 0.5, Map.of());

    assertThat(line.strip()).isEqualTo(done + "/100 " + expected + " 2s 500ms/step");
  }

  @Test
  void anUnknownNumberOfStepsHasNoBarBeforeItsEnd() {
    EpochText text = new EpochText(OptionalInt.empty(), Glyphs.ASCII);

    assertThat(text.running(75, 1, Map.of())).isEqualTo("75/Unknown 1:15 1s/step");
    assertThat(text.over(80, 82, 1, Map.of())).isEqualTo("80/80 ==================== 82s 1s/step");
    assertThat(text.over(0, 0, 0, Map.of())).isEqualTo("0/0 .................... 0s 0us/step");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0000",
    "0.61, 0.6100",
    "-0.25, -0.2500",
    "0.0010001, 0.0010",
    "0.000999, 9.9900e-04",
    "1234567.891, 1234567.8910",
    "12345678, 1.2346e+07",
    "NaN, NaN",
    "-Infinity, -Infinity",
  })
  void numbersHaveFourDecimalsOrAPowerOfTen(double value, String expected) {
    EpochText text = new EpochText(4, Glyphs.UNICODE);

    String line = text.over(0, 0, 0, Map.of(training(loss()), value));

    assertThat(line).endsWith(" - loss: " + expected);
  }

  @Test
  void valuesAreInAlphabeticalOrderAndThoseOfValidationLast() {
    EpochText text = new EpochText(4, Glyphs.UNICODE);

    String line =
        text.over(
            4,
            4210.4,
            1052,
            Map.of(
                validation(loss()), 5.0,
                training(meanAbsoluteError()), 3.0,
                validation(accuracy()), 4.0,
                training(loss()), 2.0,
                training(accuracy()), 1.0));

    assertThat(line)
        .isEqualTo(
            "4/4 ━━━━━━━━━━━━━━━━━━━━ 4210s 1052s/step - accuracy: 1.0000 - loss: 2.0000"
                + " - mean_absolute_error: 3.0000 - val_accuracy: 4.0000 - val_loss: 5.0000");
  }
}
