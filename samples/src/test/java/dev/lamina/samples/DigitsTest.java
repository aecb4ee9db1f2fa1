package dev.lamina.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.named.NamedDatasets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DigitsTest {

  private final Dataset digits = NamedDatasets.digits();

  @Test
  void theSampleLearnsStopsEarlyAndFindsItsSavedPredictionsAgain() {
    String printed = Printed.by(new Digits());

    String accuracy = printed.replaceAll("(?s).*\ntest accuracy (\\d\\.\\d{4})\\R.*", "$1");
    assertThat(Double.parseDouble(accuracy)).isGreaterThanOrEqualTo(0.91);
    assertThat(printed)
        .contains("stopped: NoProgress[validation(loss), best epoch ")
        .contains("the same predictions, bit for bit");
  }

  @Test
  @Tag("soak")
  void tenSeedsReachAMeanTestAccuracyOf92Percent() {
    double mean = LongStream.range(0, 10).mapToDouble(this::testAccuracy).average().orElseThrow();

    assertThat(mean).isGreaterThanOrEqualTo(0.92);
  }

  private double testAccuracy(long seed) {
    TrainingResult result = Digits.train(digits, Digits.plan().seed(seed));
    return Digits.testAccuracy(result.model(), digits);
  }
}
