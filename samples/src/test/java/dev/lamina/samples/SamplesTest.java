package dev.lamina.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void everySampleHasAName() {
    assertThat(Samples.all().keySet())
        .containsExactly(
            "digits",
            "xor",
            "regularization",
            "batch-normalization",
            "early-stopping",
            "churn",
            "doctor",
            "tune",
            "tune-resume");
  }

  @Test
  void theRegularizationSamplePrintsItsTableAndAnEpochLineEach() {
    String printed = Printed.by(new Regularization());

    assertThat(printed)
        .contains("Total params: 12,545 (49.00 KB)")
        .contains("Epoch 10/10")
        .containsPattern(
            "25/25 .* - loss: \\d\\.\\d{4} - mean_absolute_error: \\d\\.\\d{4}"
                + " - val_loss: \\d\\.\\d{4} - val_mean_absolute_error: \\d\\.\\d{4}");
  }

  @Test
  void theBatchNormalizationSamplePrintsItsTableAndAnEpochLineEach() {
    String printed = Printed.by(new BatchNormalization());

    assertThat(printed)
        .contains("Total params: 3,841 (15.00 KB)")
        .contains("Non-trainable params: 192 (768.00 B)")
        .containsPattern("32/32 .* - accuracy: \\d\\.\\d{4} - loss: \\d\\.\\d{4}\\R");
  }

  @Test
  void theEarlyStoppingSampleStopsThreeEpochsAfterTheBest() {
    String printed = Printed.by(new EarlyStopping());

    int epochs = number(printed, "Training stopped early after (\\d+) epochs\\.");
    int best = number(printed, "The weights of epoch (\\d+) are restored");
    assertThat(epochs - best).isEqualTo(3);
  }

  @Test
  void theChurnSampleSavesAClassifierOfRecordsWithGaps() {
    String printed = Printed.by(new Churn());

    String accuracy = printed.replaceAll("(?s).*test accuracy (\\d\\.\\d{4})\\R.*", "$1");
    assertThat(Double.parseDouble(accuracy)).isGreaterThanOrEqualTo(0.85);
    assertThat(printed)
        .contains("[age, bill, plan, left]: Classification[index=1, label=Optional[yes], ");
  }

  private static int number(String printed, String pattern) {
    return Integer.parseInt(printed.replaceAll("(?s).*" + pattern + ".*", "$1"));
  }
}
