package dev.lamina.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.search.space.Observation;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EliteTest {

  /** ln 4, ln 2 and ln 4/3 are 1.386294, 0.693147 and 0.287682, in the mean 0.789041. */
  @Test
  void betterTrialsCountMore() {
    Elite elite = of(3, 0.5, 0.1, 0.9, 0.3, 0.7);

    assertThat(elite.trials().stream().map(Observation::number)).containsExactly(1, 3, 0);
    assertThat(elite.weights())
        .containsExactly(
            new double[] {1.386294 / 0.789041, 0.693147 / 0.789041, 0.287682 / 0.789041},
            within(1e-5));
  }

  /** The best two count as the first and the second would in the mean, the third as ever. */
  @Test
  void trialsThatAreAlikeCountTheSame() {
    double[] weights = of(3, 0.1, 0.1, 0.3, 0.3).weights();

    assertThat(weights)
        .containsExactly(
            new double[] {1.0397208 / 0.789041, 1.0397208 / 0.789041, 0.287682 / 0.789041},
            within(1e-5));
    assertThat(of(4, 2, 2, 2, 2, 2, 2).weights()).containsOnly(new double[] {1}, within(1e-12));
  }

  @Test
  void whatEachCountsIsOneInTheMean() {
    double[] weights = of(7, IntStream.range(0, 30).asDoubleStream().toArray()).weights();

    assertThat(DoubleStream.of(weights).average().orElseThrow()).isCloseTo(1, within(1e-12));
    assertThat(of(1, 4, 3).weights()).containsExactly(1);
    assertThat(of(0, 4, 3).trials()).isEmpty();
  }

  /** Nobody dominates the first two; the last is dominated by both. */
  @Test
  void compromisesThatNobodyDominatesAreAlike() {
    List<Observation> trials =
        List.of(compromise(0, 1, 3), compromise(1, 3, 1), compromise(2, 4, 4));

    double[] weights = Elite.of(Ranking.tiers(trials, 2), 3).weights();

    assertThat(weights[0]).isEqualTo(weights[1]).isGreaterThan(weights[2]);
  }

  private static Elite of(int size, double... losses) {
    List<Observation> trials =
        IntStream.range(0, losses.length)
            .mapToObj(each -> Questions.complete(each, losses[each], 0.5))
            .toList();
    return Elite.of(Ranking.tiers(trials, 1), size);
  }

  private static Observation compromise(int number, double... losses) {
    return new Observation(
        number, Observation.State.COMPLETE, new double[] {0.5}, losses, new TreeMap<>());
  }
}
