package dev.lamina.training.data.encoding;

import static dev.lamina.training.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableEncodingTest {

  private static final TableEncoding ENCODING =
      new TableEncoding(
          List.of(
              new NumberColumn("age", OptionalDouble.of(40)),
              new CategoryColumn("colour", List.of("green", "red"), false)),
          Cells.usual());
  private static final TableEncoding STRICT =
      new TableEncoding(
          List.of(
              new NumberColumn("age", OptionalDouble.empty()),
              new CategoryColumn("colour", List.of("green", "red"), true)),
          Cells.usual());

  @Test
  void numbersStayAndCategoriesAreOneHot() {
    double[] features = ENCODING.encode(Map.of("age", "27.5", "colour", " red "));

    assertThat(features).containsExactly(27.5, 0, 1);
    assertThat(ENCODING.width()).isEqualTo(3);
    assertThat(ENCODING.features()).containsExactly("age", "colour=green", "colour=red");
  }

  @Test
  void cellsMayBeNumbersAndOtherColumnsArePassedOver() {
    assertThat(ENCODING.encode(Map.of("age", 27, "colour", "green", "id", 9)))
        .containsExactly(27, 1, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "NA", "?", "NaN", " null "})
  void whatIsMissingIsFilledIn(String missing) {
    assertThat(ENCODING.encode(Map.of("age", missing, "colour", missing)))
        .containsExactly(40, 0, 0);
  }

  @Test
  void nullIsMissingToo() {
    Map<String, Object> record = new HashMap<>();
    record.put("age", null);
    record.put("colour", null);

    assertThat(ENCODING.encode(record)).containsExactly(40, 0, 0);
  }

  @Test
  void anUnknownCategoryGivesZeros() {
    assertThat(ENCODING.encode(Map.of("age", 1, "colour", "blue"))).containsExactly(1, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1.5", "+2", ".5", "5.", "1e3", "1E-3", " 7 "})
  void numbersAreWrittenInDigits(String cell) {
    assertThat(ENCODING.encode(Map.of("age", cell, "colour", "red"))[0])
        .isEqualTo(Double.parseDouble(cell.strip()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1f", "0x1p3", "Infinity", "1,5", "1 000", "1e999", "abc", "-"})
  void nothingElseIsANumber(String cell) {
    assertThat(messageOf(() -> ENCODING.encode(Map.of("age", cell, "colour", "red"))))
        .isEqualTo(
            """
            The record is not valid: 1 problem.
              1. Column `age` must hold a number but holds "%s".
                 Fix: write it in digits with a decimal point, such as `12.5`.""",
            cell);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    String message = messageOf(() -> STRICT.encode(Map.of("age", "", "colour", "gren")));

    assertThat(message)
        .isEqualTo(
            """
            The record is not valid: 2 problems.
              1. Column `age` must hold a number but holds nothing.
                 Fix: fill it in, or leave the record out.
              2. Column `colour` holds "gren", which no record to learn from had.
                 Fix: correct it; did you mean `green`? In all there are `green`, `red`.""");
  }

  @Test
  void aMissingCategoryCanBeRefused() {
    assertThat(messageOf(() -> STRICT.encode(Map.of("age", 1, "colour", "NA"))))
        .contains("Column `colour` must hold a category but holds \"NA\".");
  }

  @Test
  void aColumnThatIsNotThereIsSaidToBe() {
    String message = messageOf(() -> ENCODING.encode(Map.of("age", 1, "color", "red")));

    assertThat(message)
        .isEqualTo(
            """
            The record is not valid: 1 problem.
              1. Column `colour` is not in the record.
                 Fix: give each column a cell, null where it is missing; did you mean `color`? In all \
            there are `age`, `color`.""");
  }
}
