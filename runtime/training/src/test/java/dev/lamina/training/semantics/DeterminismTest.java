package dev.lamina.training.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

/** The same seed gives the same bits, whatever else the program does with ND4J, on any thread. */
class DeterminismTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicBoolean over = new AtomicBoolean();

  @AfterEach
  void endThreads() {
    over.set(true);
    threads.shutdown();
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void trainingTwiceGivesTheSameWeightsAndHistory(Precision precision) {
    TrainingPlan plan = RandomRun.PLAN.precision(precision);
    TrainingResult once = RandomRun.result(plan, new TrainingListener() {});

    TrainingResult again = RandomRun.result(plan, new TrainingListener() {});

    assertThat(again.model().weights()).isEqualTo(once.model().weights());
    assertThat(again.history().epochs())
        .usingRecursiveComparison()
        .ignoringFields("seconds")
        .isEqualTo(once.history().epochs());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void everySeedIsOneZeroIncluded(long seed) {
    Weights once = RandomRun.weights(RandomRun.PLAN.seed(seed));

    Weights again = RandomRun.weights(RandomRun.PLAN.seed(seed));

    assertThat(again).isEqualTo(once);
    assertThat(again).isNotEqualTo(RandomRun.weights(RandomRun.PLAN.seed(1)));
  }

  @Test
  void anotherThreadGivesTheSameWeights() throws ExecutionException, InterruptedException {
    Weights here = RandomRun.weights();

    Weights there = threads.submit(() -> RandomRun.weights()).get();

    assertThat(there).isEqualTo(here);
  }

  @Test
  void whatTheCallerDrewBeforeDoesNotMatter() {
    Weights plain = RandomRun.weights();
    Nd4j.getRandom().setSeed(17);
    double drawn = Nd4j.rand(7, 5).sumNumber().doubleValue() + Nd4j.getRandom().nextGaussian();

    Weights after = RandomRun.weights();

    assertThat(drawn).isFinite();
    assertThat(after).isEqualTo(plain);
  }

  @Test
  void listenersMayDrawReseedAndTrainBetweenSteps() {
    Weights plain = RandomRun.weights();
    List<Double> drawn = new ArrayList<>();
    TrainingListener busy =
        new TrainingListener() {
          @Override
          public void epochStarted(int number) {
            Nd4j.getRandom().setSeed(number);
            drawn.add((double) RandomRun.weights(RandomRun.PLAN.epochs(1)).layers().size());
          }

          @Override
          public void batchEnded(BatchEnd end) {
            drawn.add(Nd4j.rand(3, 3).sumNumber().doubleValue());
            drawn.add(Nd4j.getRandom().nextGaussian());
          }
        };

    Weights disturbed = RandomRun.weights(busy);

    assertThat(drawn).hasSize(4 + 4 * 5 * 2);
    assertThat(disturbed).isEqualTo(plain);
  }

  @Test
  void otherThreadsMayDrawAndTrainMeanwhile() throws ExecutionException, InterruptedException {
    Weights plain = RandomRun.weights();
    CountDownLatch bothAtWork = new CountDownLatch(2);
    Future<Integer> drawing =
        untilOver(bothAtWork, () -> Nd4j.rand(50, 50).mmul(Nd4j.randn(50, 50)).length());
    Future<Integer> training =
        untilOver(bothAtWork, () -> RandomRun.weights(RandomRun.PLAN.seed(9)).layers().size());
    boolean disturbing = bothAtWork.await(1, TimeUnit.MINUTES);

    Weights disturbed = RandomRun.weights();

    over.set(true);
    assertThat(disturbing).isTrue();
    assertThat(drawing.get()).isPositive();
    assertThat(training.get()).isPositive();
    assertThat(disturbed).isEqualTo(plain);
  }

  @Test
  void trainingsOnSeveralThreadsAtOnceAllGiveTheSameWeights()
      throws ExecutionException, InterruptedException {
    Weights plain = RandomRun.weights();
    List<Future<Weights>> atOnce = new ArrayList<>();

    for (int thread = 0; thread < 3; thread++) {
      atOnce.add(threads.submit(() -> RandomRun.weights()));
    }

    for (Future<Weights> each : atOnce) {
      assertThat(each.get()).isEqualTo(plain);
    }
  }

  /**
   * Counts down after the first round of work; gives how many there were when the test was over.
   */
  private Future<Integer> untilOver(CountDownLatch atWork, Work work) {
    return threads.submit(
        () -> {
          int rounds = 0;
          while (rounds == 0 || !over.get()) {
            assertThat(work.size()).isPositive();
            if (rounds++ == 0) {
              atWork.countDown();
            }
          }
          return rounds;
        });
  }

  @FunctionalInterface
  private interface Work {
    long size();
  }
}
