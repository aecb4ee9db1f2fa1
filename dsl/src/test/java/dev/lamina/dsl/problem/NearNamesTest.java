package dev.lamina.dsl.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {

  @ParameterizedTest(name = "{0} is near {1}: {2}")
  @CsvSource({
    "loss, loss",
    "los, loss",
    "losss, loss",
    "lost, loss",
    "lsos, loss",
    "l, los",
    "DENSE_1, dense_1",
    "h1, h2",
    "hidden_12, hidden_1",
    "abcdefghi, abcdefxyz"
  })
  void aNameWithFewOtherLettersIsNear(String given, String known) {
    Optional<String> nearest = NearNames.nearest(given, List.of(known));

    assertThat(nearest).contains(known);
  }

  @ParameterizedTest(name = "{0} is not near {1}")
  @CsvSource({
    "loss, lambda",
    "abcdefghi, abcdewxyz",
    "abcdefgh, abcdexyz",
    "l, loss",
    "loss, l",
    "a, b",
    "ab, xy"
  })
  void aNameWithManyOtherLettersIsNotNear(String given, String known) {
    Optional<String> nearest = NearNames.nearest(given, List.of(known));

    assertThat(nearest).isEmpty();
  }

  @Test
  void theNearestOfSeveralIsChosen() {
    List<String> known = List.of("dense_11", "dense_2", "dense");

    Optional<String> nearest = NearNames.nearest("dense_22", known);

    assertThat(nearest).contains("dense_2");
  }

  @Test
  void theFirstOfEquallyNearNamesIsChosen() {
    List<String> known = List.of("dense_2", "dense_1");

    Optional<String> nearest = NearNames.nearest("dense_3", known);

    assertThat(nearest).contains("dense_2");
  }

  @Test
  void adviceStartsWithTheNearName() {
    List<String> known = List.of("dense", "output");

    String advice = NearNames.advice("outptu", known);

    assertThat(advice).isEqualTo("did you mean `output`? In all there are `dense`, `output`.");
  }

  @Test
  void adviceListsAllNamesWhereNoneIsNear() {
    List<String> known = List.of("dense", "output");

    String advice = NearNames.advice("convolution", known);

    assertThat(advice).isEqualTo("there are `dense`, `output`.");
  }

  @Test
  void adviceSpeaksOfOneNameInTheSingular() {
    List<String> known = List.of("output");

    String advice = NearNames.advice("convolution", known);

    assertThat(advice).isEqualTo("there is `output`.");
  }

  @Test
  void adviceSaysWhereThereIsNothingToChoose() {
    List<String> known = List.of();

    String advice = NearNames.advice("output", known);

    assertThat(advice).isEqualTo("there are none.");
  }
}
