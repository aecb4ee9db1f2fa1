package dev.lamina.training.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lamina.dsl.layer.Penalty;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

class DescriptionJsonTextTest {

  record Numbers(List<Double> values) {}

  static Stream<Arguments> malformedTexts() {
    return Stream.of(
        Arguments.of("{\"l1\": 0, \"l2\": 0, \"l1\": 0}", 1, "Duplicate Object property \"l1\""),
        Arguments.of("{\"l1\": 0, \"l2\": 0} 3", 1, "Trailing token"),
        Arguments.of("{\"l1\": 0, \"l2\": 0", 1, "Unexpected end-of-input"),
        Arguments.of("{\"l1\": NaN, \"l2\": 0}", 1, "Non-standard token 'NaN'"),
        Arguments.of("{'l1': 0, 'l2': 0}", 1, "Unexpected character"),
        Arguments.of("{\n\"l1\": 0, // none\n\"l2\": 0}", 2, "Unexpected character"),
        Arguments.of("{\n\"l1\": 0,\n\"l2\": 0,\n}", 4, "Unexpected character"));
  }

  @ParameterizedTest
  @MethodSource("malformedTexts")
  void textThatIsNoJsonIsRefusedWithItsLine(String json, int line, String finding) {
    Throwable thrown = catchThrowable(() -> DescriptionJson.read(json, Penalty.class));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "(?s)The description, at line %d, column \\d+, cannot be read as JSON: \\Q%s\\E.*%n"
                    .formatted(line, finding)
                + "Fix: save it again\\.")
        .hasCauseInstanceOf(JacksonException.class);
  }

  @Test
  void tooDeepTextIsRefused() {
    String json = "[".repeat(501) + "]".repeat(501);

    Throwable thrown = catchThrowable(() -> DescriptionJson.read(json, Numbers.class));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "The description cannot be read as JSON: "
                + "Document nesting depth (501) exceeds the maximum allowed (500")
        .hasMessageEndingWith("%nFix: save it again.".formatted())
        .hasCauseInstanceOf(JacksonException.class);
  }
}
