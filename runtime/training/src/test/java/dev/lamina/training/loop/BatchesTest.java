package dev.lamina.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.data.Batch;
import dev.lamina.training.data.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {

  private static final Dataset DATA =
      Dataset.of(
          new double[][] {{0, 10}, {1, 11}, {2, 12}, {3, 13}, {4, 14}},
          new double[] {20, 21, 22, 23, 24});

  @ParameterizedTest
  @CsvSource({"1, 32, 1", "32, 32, 1", "33, 32, 2", "64, 32, 2", "5, 1, 5", "1437, 32, 45"})
  void theLastBatchMayBeShorter(int samples, int size, int batches) {
    assertThat(Batches.count(samples, size)).isEqualTo(batches);
  }

  @Test
  void aBatchMayBeLargerThanAnyData() {
    Batches batches = new Batches(DATA, SampleOrder.asGiven(5), Integer.MAX_VALUE);

    assertThat(batches.count()).isEqualTo(1);
    assertThat(batches.get(0).targets()).containsExactly(20, 21, 22, 23, 24);
  }

  @Test
  void samplesComeInTheGivenOrder() {
    Batches batches = new Batches(DATA, new int[] {3, 0, 4, 1, 2}, 2);

    Batch first = batches.get(0);
    Batch second = batches.get(1);

    assertThat(first.rows()).isEqualTo(2);
    assertThat(first.features()).containsExactly(3, 13, 0, 10);
    assertThat(first.targets()).containsExactly(23, 20);
    assertThat(second.features()).containsExactly(4, 14, 1, 11);
    assertThat(second.targets()).containsExactly(24, 21);
  }

  @Test
  void whatIsLeftMakesAShortBatch() {
    Batches batches = new Batches(DATA, new int[] {3, 0, 4, 1, 2}, 2);

    Batch last = batches.get(2);

    assertThat(batches.count()).isEqualTo(3);
    assertThat(last.rows()).isEqualTo(1);
    assertThat(last.features()).containsExactly(2, 12);
    assertThat(last.targets()).containsExactly(22);
  }

  @Test
  void someSamplesCanBeLeftOut() {
    Batches batches = new Batches(DATA, new int[] {4, 2}, 2);

    assertThat(batches.count()).isEqualTo(1);
    assertThat(batches.get(0).targets()).containsExactly(24, 22);
  }
}
