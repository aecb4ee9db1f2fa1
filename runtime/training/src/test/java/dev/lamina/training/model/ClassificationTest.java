package dev.lamina.training.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationTest {

  @ParameterizedTest
  @CsvSource({"0.875, 1, 0.875", "0.125, 0, 0.875", "0.5, 0, 0.5", "1, 1, 1", "0, 0, 1"})
  void aSingleOutputIsTheProbabilityOfClassOne(double output, int index, double probability) {
    Classification classification = Classification.of(new double[] {output});

    assertThat(classification).isEqualTo(new Classification(index, probability));
  }

  @Test
  void theMostProbableOfSeveralClassesIsPredicted() {
    Classification classification = Classification.of(new double[] {0.25, 0.625, 0.125});

    assertThat(classification).isEqualTo(new Classification(1, 0.625));
  }

  @Test
  void theFirstOfEquallyProbableClassesIsPredicted() {
    Classification classification = Classification.of(new double[] {0.25, 0.375, 0.375});

    assertThat(classification).isEqualTo(new Classification(1, 0.375));
  }
}
