package dev.lamina.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.training.data.Batch;
import dev.lamina.training.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    List<double[]> features = new ArrayList<>();
    List<double[]> targets = new ArrayList<>();
    for (int number = 0; number < 2; number++) {
      Batch batch = batches.get(number);
      features.add(batch.features().clone());
      targets.add(batch.targets().clone());
    }

    assertThat(features.get(0)).containsExactly(3, 13, 0, 10);
    assertThat(targets.get(0)).containsExactly(23, 20);
    assertThat(features.get(1)).containsExactly(4, 14, 1, 11);
    assertThat(targets.get(1)).containsExactly(24, 21);
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

  @Test
  void theArraysOfABatchAreUsedAgain() {
    Batches batches = new Batches(DATA, SampleOrder.asGiven(5), 2);
    Batch first = batches.get(0);
    Batch last = batches.get(2);

    batches.shuffle(7);

    assertThat(batches.get(0)).isSameAs(first);
    assertThat(batches.get(1)).isSameAs(first);
    assertThat(batches.get(2)).isSameAs(last);
  }

  @Test
  void shufflingGoesThroughAllSamplesInTheOrderOfTheSeed() {
    Batches batches = new Batches(DATA, new int[5], 5);

    batches.shuffle(7);

    double[] expected =
        Arrays.stream(SampleOrder.shuffled(5, 7)).mapToDouble(sample -> 20 + sample).toArray();
    assertThat(batches.get(0).targets()).containsExactly(expected);
  }

  @Test
  void noSampleAtAllGivesNoBatch() {
    Batches batches = new Batches(DATA, new int[0], 2);

    assertThat(batches.count()).isZero();
  }
}
