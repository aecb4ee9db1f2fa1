package dev.lamina.training.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.Xor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelThreadsTest {

  private static final int THREADS = 8;
  private static final int CALLS = 25;

  private final Model model = Xor.trained();

  @Test
  void eightThreadsPredictTheSameAsOne() throws InterruptedException, ExecutionException {
    double[][][] expected =
        IntStream.range(0, THREADS)
            .mapToObj(thread -> model.predict(samples(thread)))
            .toArray(double[][][]::new);

    List<List<double[][]>> outputs =
        inThreads(thread -> calls(() -> model.predict(samples(thread))));

    for (int thread = 0; thread < THREADS; thread++) {
      for (double[][] output : outputs.get(thread)) {
        assertThat(output).isDeepEqualTo(expected[thread]);
      }
    }
  }

  @Test
  void eightThreadsMayUseAModelInDifferentWays() throws InterruptedException, ExecutionException {
    Evaluation evaluation = model.evaluate(Xor.data());
    Weights weights = model.weights();
    Weights zeros = weights.with("out", "bias", new double[] {0});

    List<List<Boolean>> agreed =
        inThreads(
            thread ->
                calls(
                    () ->
                        switch (thread % 4) {
                          case 0 -> model.evaluate(Xor.data()).equals(evaluation);
                          case 1 -> model.weights().equals(weights);
                          case 2 -> model.withWeights(zeros).weights().equals(zeros);
                          default -> model.classify(Xor.features()).size() == 4;
                        }));

    assertThat(agreed).allSatisfy(each -> assertThat(each).hasSize(CALLS).doesNotContain(false));
  }

  private static double[][] samples(int thread) {
    return IntStream.rangeClosed(0, thread)
        .mapToObj(row -> new double[] {thread - row, row / 8.0})
        .toArray(double[][]::new);
  }

  private static <T> List<T> calls(Callable<T> call) throws Exception {
    List<T> results = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      results.add(call.call());
    }
    return results;
  }

  /** What one thread does, by its number. */
  private interface Work<T> {
    T run(int thread) throws Exception;
  }

  /** Runs the work in all threads at once. */
  private static <T> List<T> inThreads(Work<T> work)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    CountDownLatch ready = new CountDownLatch(THREADS);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        futures.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return work.run(thread);
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }
}
