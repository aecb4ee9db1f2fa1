package dev.lamina.training.json;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Networks.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.layer.Initializer;
import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.layer.Penalty;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.training.Precision;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DescriptionReaderTest {

  record Numbers(List<Double> values) {}

  record Pair(Penalty left, int right) {}

  sealed interface Animal permits Cat, Dogs.Cat {}

  record Cat() implements Animal {}

  static final class Dogs {

    record Cat() implements Animal {}
  }

  static Stream<Arguments> wrongTypes() {
    return Stream.of(
        Arguments.of(String.class, "3", "a text", "`3`"),
        Arguments.of(String.class, "null", "a text", "`null`"),
        Arguments.of(Boolean.class, "1", "true or false", "`1`"),
        Arguments.of(Boolean.class, "\"true\"", "true or false", "`\"true\"`"),
        Arguments.of(Integer.class, "3.0", "a whole number of 32 bits", "`3.0`"),
        Arguments.of(Integer.class, "\"3\"", "a whole number of 32 bits", "`\"3\"`"),
        Arguments.of(Integer.class, "[3]", "a whole number of 32 bits", "an array"),
        Arguments.of(Integer.class, "2147483648", "a whole number of 32 bits", "`2147483648`"),
        Arguments.of(Long.class, "1e3", "a whole number of 64 bits", "`1000.0`"),
        Arguments.of(
            Long.class,
            "9223372036854775808",
            "a whole number of 64 bits",
            "`9223372036854775808`"),
        Arguments.of(Double.class, "\"0.5\"", "a finite number", "`\"0.5\"`"),
        Arguments.of(Double.class, "\"NaN\"", "a finite number", "`\"NaN\"`"),
        Arguments.of(Double.class, "true", "a finite number", "`true`"),
        Arguments.of(Double.class, "1e999", "a finite number", "`\"Infinity\"`"),
        Arguments.of(
            Double.class, "1" + "0".repeat(309), "a finite number", "`1" + "0".repeat(59) + "...`"),
        Arguments.of(OptionalInt.class, "\"\"", "a whole number of 32 bits", "`\"\"`"),
        Arguments.of(OptionalDouble.class, "{}", "a finite number", "an object"),
        Arguments.of(double[].class, "3", "an array", "`3`"),
        Arguments.of(Penalty.class, "0.5", "an object", "`0.5`"),
        Arguments.of(Penalty.class, "null", "an object", "`null`"),
        Arguments.of(Penalty.class, "", "an object", "missing"),
        Arguments.of(Layer.class, "[\"dense\", {}]", "an object", "an array"));
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void valuesOfAnotherTypeAreRefused(Class<?> type, String json, String expected, String shown) {
    Throwable thrown = catchThrowable(() -> DescriptionJson.read(json, type));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "`$` must be %s but is %s.%nFix: correct it, or save the description again.",
            expected, shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"left\": {\"l1\": 0}, \"right\": 1} | `$.left.l2` must be a finite number",
        "{\"left\": {\"l1\": 0, \"l2\": 0}}    | `$.right` must be a whole number of 32 bits",
        "{\"right\": 1}                        | `$.left` must be an object"
      })
  void missingComponentsAreRefused(String json, String start) {
    Throwable thrown = catchThrowable(() -> DescriptionJson.read(json, Pair.class));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%s but is missing.%nFix: correct it, or save the description again.", start);
  }

  @Test
  void listsThatCameLaterAreEmptyInOlderDescriptions() {
    Numbers read = DescriptionJson.read("{}", Numbers.class);

    assertThat(read.values()).isEmpty();
  }

  @Test
  void anArrayOfNumbersHoldsNumbersOnly() {
    Throwable thrown = catchThrowable(() -> DescriptionJson.read("[1, \"2\"]", double[].class));

    assertThat(thrown).hasMessageStartingWith("`$[1]` must be a finite number but is `\"2\"`.");
  }

  @Test
  void nullInListsIsRefused() {
    String json = "{\"values\": [1, null]}";

    Throwable thrown = catchThrowable(() -> DescriptionJson.read(json, Numbers.class));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            lines(
                "`$.values[1]` must be a finite number but is `null`.",
                "Fix: correct it, or save the description again."));
  }

  @Test
  void unknownPropertiesAreRefused() {
    String json = "{\"left\": {\"l1\": 0, \"l2\": 0, \"L3\\n\": 0}, \"right\": 1}";

    Throwable thrown = catchThrowable(() -> DescriptionJson.read(json, Pair.class));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            lines(
                "`$.left` has the unknown property `\"L3\\n\"`.",
                "Fix: remove it, or use another name: "
                    + "did you mean `l1`? In all there are `l1`, `l2`."));
  }

  @Test
  void unknownMembersAreRefused() {
    String json = "{\"is\": \"droput\", \"rate\": 0.5}";

    Throwable thrown = catchThrowable(() -> DescriptionJson.read(json, Block.class));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            lines(
                "`$.is` must be the name of a kind of `Block` but is `\"droput\"`.",
                "Fix: use another name: did you mean `dropout`? In all there are "
                    + "`dense`, `batchNorm`, `dropout`, `alphaDropout`, `gaussianDropout`, "
                    + "`gaussianNoise`, `activationLayer`, `stack`."));
  }

  @Test
  void classNamesAreRefused() {
    String json = "{\"is\": \"dev.lamina.dsl.layer.Constant\", \"value\": 0}";

    Throwable thrown = catchThrowable(() -> DescriptionJson.read(json, Initializer.class));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            lines(
                "`$.is` must be the name of a kind of `Initializer` "
                    + "but is `\"dev.lamina.dsl.layer.Constant\"`.",
                "Fix: use another name: there are `constant`, `varianceScaling`, `uniform`, "
                    + "`normal`, `truncatedNormal`, `orthogonal`, `identity`."));
  }

  @Test
  void membersOfAnotherFamilyAreRefused() {
    String json = "{\"is\": \"dense\"}";

    Throwable thrown = catchThrowable(() -> DescriptionJson.read(json, Initializer.class));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "`$.is` must be the name of a kind of `Initializer` but is `\"dense\"`.");
  }

  @Test
  void membersWithoutTheirWordAreRefused() {
    String json = "{\"value\": 0}";

    Throwable thrown = catchThrowable(() -> DescriptionJson.read(json, Initializer.class));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            lines(
                "`$.is` must be the name of a kind of `Initializer` but is missing.",
                "Fix: use another name: there are `constant`, `varianceScaling`, `uniform`, "
                    + "`normal`, `truncatedNormal`, `orthogonal`, `identity`."));
  }

  @Test
  void unknownConstantsAreRefused() {
    String json = "\"FLOAT16\"";

    Throwable thrown = catchThrowable(() -> DescriptionJson.read(json, Precision.class));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            lines(
                "`$` must be the name of a `Precision` but is `\"FLOAT16\"`.",
                "Fix: use another name: "
                    + "did you mean `FLOAT32`? In all there are `FLOAT32`, `FLOAT64`."));
  }

  @Test
  void propertiesBesideTheConstantOfAMemberAreRefused() {
    String json = "{\"is\": \"varianceScaling\", \"value\": \"HE_NORMAL\", \"scale\": 2}";

    Throwable thrown = catchThrowable(() -> DescriptionJson.read(json, Initializer.class));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            lines(
                "`$` has the unknown property `\"scale\"`.",
                "Fix: remove it, or use another name: there are `is`, `value`."));
  }

  @Test
  void valuesThatTheConstructorRefusesAreRefusedWithItsError() {
    String json = DescriptionJson.write(sequential(input(1), stack(dense(7))));
    String changed = json.replace("\"units\": 7", "\"units\": 0");

    Throwable thrown = catchThrowable(() -> DescriptionJson.read(changed, Network.class));

    assertThat(thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            lines(
                "`$.blocks[0].blocks[0]` must be a valid description but is not: "
                    + "`dense(0)` is not valid: 1 problem.",
                "  1. `units` must be a whole number of at least 1 but is 0.",
                "     Fix: give the number of neurons, such as `dense(64)`.",
                "Fix: correct it, or save the description again."))
        .hasCauseInstanceOf(InvalidDescriptionException.class);
  }

  @Test
  void membersThatShareAWordAreRefused() {
    String json = DescriptionJson.write(new Cat());

    Throwable thrown = catchThrowable(() -> DescriptionJson.read(json, Animal.class));

    assertThat(thrown)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("share a word; rename one of them");
  }

  private static String lines(String... lines) {
    return String.join(System.lineSeparator(), lines);
  }
}
