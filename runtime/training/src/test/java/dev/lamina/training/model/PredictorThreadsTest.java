package dev.lamina.training.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sixty-four threads, which get the same bits as one. */
class PredictorThreadsTest {

  private static final int ROWS = 200;
  private static final int MOST_AT_ONCE = 40;

  private final double[][] rows = Predictors.rows(ROWS);
  private final Model model = Predictors.deep();

  @Test
  void threadsGetTheSameBitsAsOne() throws InterruptedException, ExecutionException {
    try (Predictor<double[]> predictor = model.predictor()) {
      requireSameBits(predictor, Duration.ofSeconds(1));
    }
  }

  @Test
  void threadsThatAreGatheredGetTheSameBitsAsOne() throws InterruptedException, ExecutionException {
    try (Predictor<double[]> predictor =
        model.predictor().microBatching(32, Duration.ofNanos(100_000))) {
      requireSameBits(predictor, Duration.ofSeconds(1));
    }
  }

  @Test
  @Tag("soak")
  void threadsGetTheSameBitsAsOneForAMinute() throws InterruptedException, ExecutionException {
    try (Predictor<double[]> plain = model.predictor();
        Predictor<double[]> gathering = model.predictor().microBatching(32, Duration.ZERO)) {
      requireSameBits(plain, Duration.ofSeconds(30));
      requireSameBits(gathering, Duration.ofSeconds(30));
    }
  }

  private void requireSameBits(Predictor<double[]> predictor, Duration time)
      throws InterruptedException, ExecutionException {
    List<Prediction> expected = Stream.of(rows).map(predictor::predict).toList();
    AtomicLong seeds = new AtomicLong();
    long end = System.nanoTime() + time.toNanos();

    List<Long> wrong =
        Predictors.inThreads(
            () -> {
              SplittableRandom random = new SplittableRandom(seeds.incrementAndGet());
              long differing = 0;
              while (System.nanoTime() < end) {
                differing += differing(predictor, expected, random) ? 1 : 0;
              }
              return differing;
            });

    assertThat(wrong).hasSize(Predictors.THREADS).containsOnly(0L);
  }

  /** One row in two calls, several in the other. */
  private boolean differing(
      Predictor<double[]> predictor, List<Prediction> expected, SplittableRandom random) {
    int from = random.nextInt(ROWS - MOST_AT_ONCE);
    if (random.nextBoolean()) {
      return !predictor.predict(rows[from]).equals(expected.get(from));
    }
    int to = from + random.nextInt(MOST_AT_ONCE);
    return !predictor
        .predict(Arrays.copyOfRange(rows, from, to))
        .equals(expected.subList(from, to));
  }
}
