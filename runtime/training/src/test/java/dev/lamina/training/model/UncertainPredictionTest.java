package dev.lamina.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class UncertainPredictionTest {

  @Test
  void theDeviationIsTheRootOfTheSampleVariance() {
    Spread spread = new Spread(1, 2);

    for (double value : new double[] {1, 2, 6}) {
      spread.add(new double[][] {{value, 1e8 + value / 8}});
    }

    List<UncertainPrediction> predictions = spread.predictions();
    assertThat(predictions).hasSize(1);
    assertThat(predictions.get(0).mean())
        .containsExactly(new double[] {3, 1e8 + 0.375}, within(1e-7));
    assertThat(predictions.get(0).standardDeviation())
        .containsExactly(new double[] {Math.sqrt(7), Math.sqrt(7) / 8}, within(1e-8));
  }

  @Test
  void itKeepsItsNumbersToItself() {
    double[] mean = {1, 2};
    double[] deviation = {0.5, 0};
    UncertainPrediction prediction = new UncertainPrediction(mean, deviation);

    mean[0] = 9;
    deviation[0] = 9;
    prediction.mean()[1] = 9;
    prediction.standardDeviation()[1] = 9;

    assertThat(prediction)
        .isEqualTo(new UncertainPrediction(new double[] {1, 2}, new double[] {0.5, 0}))
        .hasSameHashCodeAs(new UncertainPrediction(new double[] {1, 2}, new double[] {0.5, 0}))
        .hasToString("[1.0, 2.0] +- [0.5, 0.0]");
    assertThat(prediction)
        .isNotEqualTo(new UncertainPrediction(new double[] {1, 3}, new double[] {0.5, 0}))
        .isNotEqualTo(new UncertainPrediction(new double[] {1, 2}, new double[] {0.5, 1}));
  }
}
