package dev.lamina.training.json;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Networks.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.layer.Penalty;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class DescriptionWriterTest {

  record Numbers(List<Double> values) {}

  record Pair(Penalty left, int right) {}

  record Sheet(Map<String, String> cells) {}

  @Test
  void tooDeepDescriptionsAreNotWritten() {
    Block block = dense(1);
    for (int depth = 0; depth < 250; depth++) {
      block = stack(block);
    }
    Block tooDeep = block;

    Throwable thrown = catchThrowable(() -> DescriptionJson.write(tooDeep));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "The description cannot be written: "
                + "Document nesting depth (501) exceeds the maximum allowed (500")
        .hasMessageEndingWith("%nFix: nest its parts less deeply.".formatted())
        .hasCauseInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void numbersThatAreNotFiniteAreNotWritten(double value) {
    Numbers numbers = new Numbers(List.of(1.0, value));

    Throwable thrown = catchThrowable(() -> DescriptionJson.write(numbers));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "`$.values[1]` must be a finite number but is %s.%nFix: give a finite one.", value);
  }

  @Test
  void arraysOfNumbersAreWrittenAsLists() {
    double[] numbers = {0.1, -2, 1e300};

    String json = DescriptionJson.write(numbers);

    assertThat(DescriptionJson.read(json, double[].class)).containsExactly(numbers);
    assertThat(json).isEqualTo(DescriptionJson.write(List.of(0.1, -2.0, 1e300)));
    assertThat(catchThrowable(() -> DescriptionJson.write(new double[] {Double.NaN})))
        .hasMessageStartingWith("`$[0]` must be a finite number but is NaN.");
  }

  @Test
  void nullIsNotWritten() {
    Pair pair = new Pair(null, 1);

    Throwable thrown = catchThrowable(() -> DescriptionJson.write(pair));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            lines(
                "`$.left` must be a value but is null.",
                "Fix: pass a value: null stands for nothing."));
  }

  @Test
  void typesThatDescriptionsAreNotMadeOfAreNeitherWrittenNorRead() {
    Sheet sheet = new Sheet(Map.of("a", "b"));
    String json = "{\"cells\": {\"a\": \"b\"}}";
    String kinds =
        "has no JSON form: descriptions are records of records, enums, members of sealed "
            + "interfaces, lists, optionals, texts, numbers and truth values.";

    Throwable written = catchThrowable(() -> DescriptionJson.write(sheet));
    Throwable read = catchThrowable(() -> DescriptionJson.read(json, Sheet.class));

    assertThat(written)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("`java.util.")
        .hasMessageEndingWith(kinds);
    assertThat(read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("`java.util.Map<java.lang.String, java.lang.String>`")
        .hasMessageEndingWith(kinds);
  }

  private static String lines(String... lines) {
    return String.join(System.lineSeparator(), lines);
  }
}
