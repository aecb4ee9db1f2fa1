package dev.lamina.training.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleOrderTest {

  @Test
  void samplesCanStayAsTheyAre() {
    int[] order = SampleOrder.asGiven(4);

    assertThat(order).containsExactly(0, 1, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 100, 1437})
  void everySampleComesOnce(int samples) {
    int[] order = SampleOrder.shuffled(samples, 7);

    assertThat(Arrays.stream(order).sorted().toArray())
        .isEqualTo(IntStream.range(0, samples).toArray());
  }

  @Test
  void theSameSeedGivesTheSameOrder() {
    int[] one = SampleOrder.shuffled(1000, 7);
    int[] other = SampleOrder.shuffled(1000, 7);

    assertThat(other).containsExactly(one);
  }

  @Test
  void anotherSeedGivesAnotherOrder() {
    int[] one = SampleOrder.shuffled(1000, 7);
    int[] other = SampleOrder.shuffled(1000, 8);

    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void anArrayThatIsUsedAgainGetsTheSameOrder() {
    int[] order = {9, 9, 9, 9, 9, 9, 9};

    SampleOrder.shuffle(order, 7);

    assertThat(order).containsExactly(SampleOrder.shuffled(7, 7));
  }

  @Test
  void eachOrderIsEquallyLikely() {
    Map<String, Integer> counts = new HashMap<>();

    for (long seed = 0; seed < 24_000; seed++) {
      counts.merge(Arrays.toString(SampleOrder.shuffled(4, seed)), 1, Integer::sum);
    }

    // 24 orders, 1000 each; chi-square of 23 degrees of freedom is below 50 in 999 of 1000 cases.
    assertThat(counts).hasSize(24);
    double chiSquare =
        counts.values().stream().mapToDouble(count -> Math.pow(count - 1000, 2) / 1000).sum();
    assertThat(chiSquare).isLessThan(50);
  }
}
