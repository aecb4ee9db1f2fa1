package dev.lamina.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedImprovementTest {

  /** Of the closed form {@code φ(z) + z Φ(z)} with sixty digits and more, by mpmath. */
  @ParameterizedTest
  @CsvSource({
    "3, 1.0987396653277077727, 0.33284096845179523558",
    "0, -0.91893853320467274178, 1.2533141373155002512",
    "-0.5, -1.6205162643873199193, 1.5598731483480796712",
    "-1, -2.4851210257126413368, 1.9042712333296918229",
    "-1.0001, -2.4853114564458833618, 1.9043434317165273619",
    "-2, -4.7687835239171141569, 2.6794168839555859839",
    "-5, -16.744301162660990143, 5.3618162412880885298",
    "-10, -55.553122036122355927, 10.194383033412553306",
    "-40, -808.29856835661996024, 40.049906657648518193",
    "-1000, -500014.73445209115845, 1000.001999994000042",
    "-1000000, -500000000028.54995965, 1000000.000002"
  })
  void itIsExactFarIntoTheTail(double z, double log, double slope) {
    assertThat(ExpectedImprovement.log(z)).isCloseTo(log, Percentage.withPercentage(1e-11));
    assertThat(ExpectedImprovement.slope(z)).isCloseTo(slope, Percentage.withPercentage(1e-11));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e300, -1e8, 0, 1e8, 1e300})
  void itsSlopeIsFiniteAndNeverDown(double z) {
    assertThat(ExpectedImprovement.slope(z)).isFinite().isPositive();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-30, -8, -1.5, -0.3, 2})
  void theSlopeIsThatOfTheLogarithm(double z) {
    double h = 1e-5;
    double difference = (ExpectedImprovement.log(z + h) - ExpectedImprovement.log(z - h)) / (2 * h);

    assertThat(ExpectedImprovement.slope(z)).isCloseTo(difference, within(1e-6));
  }
}
