package dev.lamina.dsl.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

  @Test
  void whatPrintsOnlyItsAddressIsKnownByItsClass() {
    Runnable lambda = () -> {};

    assertThat(Code.call("asking", new CodeTest(), lambda))
        .hasToString("asking(dev.lamina.dsl.code.CodeTest, dev.lamina.dsl.code.CodeTest$$Lambda)");
    assertThat(Code.literal(null)).isEqualTo("null");
  }

  @Test
  void arraysPrintTheirElements() {
    assertThat(Code.literal(new int[][] {{1, 2}, {3}})).isEqualTo("[[1, 2], [3]]");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0001, 1e-4",
    "0.00015, 1.5e-4",
    "0.001, 0.001",
    "0.3, 0.3",
    "2.0, 2",
    "-2.0, -2",
    "0.0, 0",
    "-0.0, -0.0",
    "10.5, 10.5",
    "9999999.0, 9999999",
    "10000000.0, 1e7",
    "12000000.0, 1.2e7",
    "0.1000000000000000055, 0.1",
    "1e-8, 1e-8",
    "1e300, 1e300",
    "1.01e10, 1.01e10"
  })
  void numbersAreShort(double number, String text) {
    String literal = Code.literal(number);

    assertThat(literal).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        -0.0,
        1e-4,
        1.0 / 3,
        2e-3,
        123456.0,
        1e7,
        1.5e300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Integer.MIN_VALUE
      })
  void numbersStayExact(double number) {
    String literal = Code.literal(number);

    assertThat(Double.parseDouble(literal)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-5, -5",
    "2147483647, 2147483647",
    "2147483648, 2147483648L",
    "-2147483649, -2147483649L",
    "9223372036854775807, 9223372036854775807L"
  })
  void longNumbersSayWhenTheyDoNotFitAnInteger(long number, String text) {
    String literal = Code.literal(number);

    assertThat(literal).isEqualTo(text);
  }

  @Test
  void textIsQuotedAndEscaped() {
    String text = "a \"b\" \\ \n\r\t \0 \u007f \u0085 é 神";

    String literal = Code.literal(text);

    assertThat(literal)
        .isEqualTo("\"a \\\"b\\\" \\\\ \\n\\r\\t \\000 \\177 \\205 é 神\"")
        .satisfies(
            quoted ->
                assertThat(quoted.substring(1, quoted.length() - 1).translateEscapes())
                    .isEqualTo(text));
  }

  @Test
  void otherValuesPrintThemselves() {
    List<Object> values = Arrays.asList(3, true, Code.call("relu"), null);

    List<String> literals = values.stream().map(Code::literal).toList();

    assertThat(literals).containsExactly("3", "true", "relu()", "null");
  }

  @Test
  void callsChainTheirOptions() {
    Code code = Code.call("dense", 64).then("l2", 0.01).then("noBias").then("named", "a");

    assertThat(code).hasToString("dense(64).l2(0.01).noBias().named(\"a\")");
  }

  @Test
  void listsBecomeArgumentsOneByOne() {
    Code code = Code.call("sequential", Code.call("input", 2), List.of("a", 0.5), List.of());

    assertThat(code).hasToString("sequential(input(2), \"a\", 0.5)");
  }

  @Test
  void optionsAtTheirDefaultAreNotShown() {
    Code dropout = Code.call("dropout", 0.3);

    Code code = dropout.thenIf(false, "l1", 1).thenIf(true, "l2", 2).named(Optional.empty());

    assertThat(code).hasToString("dropout(0.3).l2(2)");
  }

  @Test
  void namesAreShownWhereThereIsOne() {
    Code dropout = Code.call("dropout", 0.3);

    Code code = dropout.named(Optional.of("thin"));

    assertThat(code).hasToString("dropout(0.3).named(\"thin\")");
  }
}
