package dev.lamina.training.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What predictions leave behind. */
class PredictorMemoryTest {

  private static final int PREDICTIONS = 10_000;

  /** Five outputs, the prediction around them and its class: 104 were measured. */
  private static final long BYTES_OF_A_PREDICTION = 150;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void aPredictionLeavesItsResultOnTheHeapAndNothingElse() {
    double[][] rows = Predictors.rows(100);
    try (Predictor<double[]> predictor = Predictors.deep().predictor()) {
      long warmUp = bytes(predictor, rows);

      long bytes = bytes(predictor, rows);

      assertThat(warmUp).isPositive();
      assertThat(bytes / PREDICTIONS).isPositive().isLessThan(BYTES_OF_A_PREDICTION);
    }
  }

  private long bytes(Predictor<double[]> predictor, double[][] rows) {
    long before = threads.getCurrentThreadAllocatedBytes();
    double sum = 0;
    for (int i = 0; i < PREDICTIONS; i++) {
      sum += predictor.predict(rows[i % rows.length]).classification().probability();
    }
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(sum).isPositive();
    return bytes;
  }
}
