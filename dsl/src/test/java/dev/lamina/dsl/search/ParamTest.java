package dev.lamina.dsl.search;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParamTest {

  static Stream<Param<?>> params() {
    return Stream.of(
        integer("a", -3, 12),
        integer("a", 7, 7),
        integer("a", 16, 256).step(16),
        integer("a", 1, 1000).log(),
        integer("a", Integer.MIN_VALUE, Integer.MAX_VALUE),
        real("a", -5, 10),
        real("a", 2, 2),
        real("a", 1000, 1000 + 1e-9),
        real("a", 1e-5, 1e-1).log(),
        real("a", 1e-300, 1e300).log(),
        real("a", 0.1, 0.9).step(0.1),
        choice("a", "x", "y", "z"),
        flag("a"));
  }

  static Stream<Param<?>> finite() {
    return params().filter(each -> each.count().orElse(Long.MAX_VALUE) < 10_000);
  }

  @ParameterizedTest
  @MethodSource("params")
  void aValueIsFoundAgainAtItsPlace(Param<?> param) {
    SplittableRandom random = new SplittableRandom(4);

    DoubleStream places = DoubleStream.concat(DoubleStream.of(0, 1), random.doubles(500));

    assertThat(places.boxed()).allSatisfy(place -> assertFoundAgain(param, place));
  }

  @ParameterizedTest
  @MethodSource("finite")
  void everyValueOfFinitelyManyIsCountedOnce(Param<?> param) {
    long count = param.count().getAsLong();

    Stream<Object> values = LongStream.range(0, count).mapToObj(param::nth);

    assertThat(values.distinct()).hasSize((int) count).allSatisfy(each -> assertHas(param, each));
  }

  @ParameterizedTest
  @MethodSource("params")
  void whatLiesOutsideCountsAsTheNearerEnd(Param<?> param) {
    assertThat(param.at(-0.5)).isEqualTo(param.at(0));
    assertThat(param.at(1.5)).isEqualTo(param.at(1));
  }

  @Test
  void theEndsOfARangeAreReached() {
    assertThat(integer("a", 3, 9).at(0)).isEqualTo(3);
    assertThat(integer("a", 3, 9).at(1)).isEqualTo(9);
    assertThat(integer("a", 1, 1000).log().at(0)).isEqualTo(1);
    assertThat(integer("a", 1, 1000).log().at(1)).isEqualTo(1000);
    assertThat(real("a", 1e-5, 1e-1).log().at(0)).isEqualTo(1e-5);
    assertThat(real("a", 1e-5, 1e-1).log().at(1)).isEqualTo(1e-1);
  }

  @Test
  void onALogarithmicScaleEqualRatiosAreEqualSteps() {
    RealParam rate = real("a", 1e-4, 1).log();

    assertThat(rate.at(0.25)).isEqualTo(1e-3, within(1e-17));
    assertThat(rate.at(0.5)).isEqualTo(1e-2, within(1e-16));
    assertThat(rate.place(0.1)).isEqualTo(0.75, within(1e-15));
  }

  @Test
  void wholeNumbersOnALogarithmicScaleTakeTheShareOfTheirRatios() {
    IntParam width = integer("a", 1, 8).log();

    double ones =
        IntStream.range(0, 10_000).filter(each -> width.at((each + 0.5) / 10_000) == 1).count();

    // From 0.5 to 1.5, of 0.5 to 8.5.
    assertThat(ones / 10_000).isEqualTo(Math.log(3) / Math.log(17), within(2e-4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.01, 1e-3, 0.3, 2.5, -4.7, 1.0 / 3})
  void aNumberThatSomeoneWroteStaysAsItIs(double written) {
    RealParam linear = real("a", -5, 10);

    double rounded = Math.round(written * 1e13) / 1e13;

    assertThat(linear.at(linear.place(written))).isEqualTo(rounded);
  }

  @Test
  void stepsAreThoseOfDecimalNumbers() {
    RealParam rate = real("a", 0.1, 0.9).step(0.1);

    Stream<Double> values = LongStream.range(0, 9).mapToObj(rate::nth);

    assertThat(values).containsExactly(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
    assertThat(rate.has(0.30000000000000004)).isTrue();
    assertThat(rate.has(0.35)).isFalse();
    assertThat(rate.has(1.0)).isFalse();
  }

  @Test
  void onlyNumbersHaveAnOrder() {
    assertThat(params().filter(Param::isOrdered))
        .allMatch(param -> param instanceof IntParam || param instanceof RealParam);
    assertThat(choice("a", 1, 2).isOrdered()).isFalse();
    assertThat(flag("a").isOrdered()).isFalse();
  }

  @Test
  void aRangeIsWrittenFromItsLeastValueToItsLargest() {
    assertThatThrownBy(() -> integer("width", 9, 3))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            message(
                """
                `integer("width", 9, 3)` is not valid: 1 problem.
                  1. `high` must be a whole number of at least 9 but is 3.
                     Fix: give the least and the largest value in this order."""));
  }

  @Test
  void stepsReachTheLargestValue() {
    assertThatThrownBy(() -> integer("width", 16, 100).step(16))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            message(
                """
                `step(16)` is not valid: 1 problem.
                  1. `high` must be a whole number of steps above 16 but is 100.
                     Fix: use `high` = 96 or another step."""));
  }

  @Test
  void aLogarithmicScaleIsAboveZero() {
    assertThatThrownBy(() -> real("rate", 0, 1).log())
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            message(
                """
                `log()` is not valid: 1 problem.
                  1. `low` must be above 0 on a logarithmic scale but is 0.
                     Fix: raise `low`."""));
  }

  @Test
  void aLogarithmicScaleHasNoSteps() {
    assertThatThrownBy(() -> integer("width", 1, 9).step(2).log())
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            message(
                """
                `log()` is not valid: 1 problem.
                  1. `step` must be 1 on a logarithmic scale but is 2.
                     Fix: leave out one of both."""));
    assertThatThrownBy(() -> integer("width", 1, 10).log().step(2))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`step` must be 1 on a logarithmic scale but is 2.");
    assertThatThrownBy(() -> real("rate", 1, 9).log().step(2))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`step` must be absent on a logarithmic scale");
  }

  @Test
  void optionsPrintDifferently() {
    assertThatThrownBy(() -> choice("kind", "a", "b", "a"))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            message(
                """
                `choice("kind", "a", "b", "a")` is not valid: 1 problem.
                  1. `options` must be things that print differently but is [a, b, a].
                     Fix: give each option once."""));
    assertThatThrownBy(() -> choice("kind"))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`options` must be at least one");
  }

  @Test
  void optionsThatPrintOnlyTheirAddressAreKnownByTheirPlace() {
    Object plain = new Object();
    Supplier<String> made = () -> "made";
    ChoiceParam<Object> kind = choice("kind", plain, made, "named");

    assertThat(kind).hasToString("choice(\"kind\", option 0, option 1, \"named\")");
    assertThat(kind.options())
        .extracting(kind::text)
        .containsExactly("option 0", "option 1", "named");
    assertThat(KnownPoint.of(kind, made)).hasToString("value(" + kind + ", option 1)");
  }

  @Test
  void arraysPrintWithTheirElements() {
    int[] deep = {64, 32};
    ChoiceParam<int[]> widths = choice("widths", deep, new int[] {128});

    assertThat(widths).hasToString("choice(\"widths\", [64, 32], [128])");
    assertThat(widths.text(deep)).isEqualTo("[64, 32]");
    assertThatThrownBy(() -> choice("widths", deep, new int[] {64, 32}))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining(
            "`options` must be things that print differently but is [[64, 32], [64, 32]]");
  }

  @Test
  void aKnownPointHasValuesThatParametersHave() {
    IntParam width = integer("width", 16, 256).step(16);

    assertThatThrownBy(() -> KnownPoint.of(width, 20))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining(
            "`value` must be one of integer(\"width\", 16, 256).step(16) but is 20")
        .hasMessageContaining("Fix: give a value that it has.");
  }

  @Test
  void aPointIsMadeOfValuesThatItsParametersHaveHoweverItIsMade() {
    IntParam width = integer("width", 1, 9);

    assertThat(new KnownPoint(Map.of(width, 3))).isEqualTo(KnownPoint.of(width, 3));
    for (Object other : List.of(10, 3.0, "3")) {
      assertThatThrownBy(() -> new KnownPoint(Map.of(width, other)))
          .isInstanceOf(InvalidDescriptionException.class)
          .hasMessageContaining("Fix: give a value that it has.");
    }
  }

  private static <T> void assertFoundAgain(Param<T> param, double place) {
    T value = param.at(place);
    assertThat(param.has(value)).isTrue();
    assertThat(param.place(value)).isBetween(0.0, 1.0);
    assertThat(param.at(param.place(value))).isEqualTo(value);
  }

  @SuppressWarnings("unchecked") // the value is one that the parameter gave
  private static <T> void assertHas(Param<T> param, Object value) {
    assertThat(param.has((T) value)).isTrue();
  }

  private static String message(String text) {
    return text.replace("\n", System.lineSeparator());
  }
}
