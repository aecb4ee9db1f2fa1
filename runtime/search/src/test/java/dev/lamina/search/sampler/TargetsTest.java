package dev.lamina.search.sampler;

import static dev.lamina.search.sampler.Questions.complete;
import static dev.lamina.search.sampler.Questions.failed;
import static dev.lamina.search.sampler.Questions.pruned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.search.space.Observation;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetsTest {

  private static final int EARLY = 1;

  @Test
  void theyHaveMeanZeroAndVarianceOne() {
    double[] targets = Targets.of(completes(3, 8, 1, 7, 20, 4));

    assertThat(DoubleStream.of(targets).sum()).isCloseTo(0, within(1e-14));
    assertThat(DoubleStream.of(targets).map(each -> each * each).sum()).isCloseTo(6, within(1e-13));
  }

  /** The quartiles are 2 and 4, so that nothing is above 4 + 3 · 2. */
  @Test
  void lossesFarOutAreLowered() {
    assertThat(Targets.of(completes(1, 2, 3, 4, 1e300)))
        .containsExactly(Targets.of(completes(1, 2, 3, 4, 10)), within(1e-15));
    assertThat(Targets.of(completes(1, 2, 3, 4, 9.9)))
        .isNotEqualTo(Targets.of(completes(1, 2, 3, 4, 10)));
  }

  /** Both quartiles are 2, the least is 1, so that nothing is above 2 + 3 · (2 - 1). */
  @Test
  void lossesFarAboveAPlateauAreLowered() {
    assertThat(Targets.of(completes(2, 2, 2, 2, 2, 1, 1e12)))
        .containsExactly(Targets.of(completes(2, 2, 2, 2, 2, 1, 5)), within(1e-15));
  }

  @Test
  void hugeLossesAreLivedWith() {
    assertThat(Targets.of(completes(-1e300, 1e300, -1e300, 1e300)))
        .containsExactly(new double[] {-1, 1, -1, 1}, within(1e-12));
  }

  @Test
  void lossesThatAreAllTheSameAreZero() {
    assertThat(Targets.of(completes(7, 7, 7))).containsOnly(0);
    assertThat(Targets.of(completes(DoubleStream.generate(() -> 0.1).limit(10).toArray())))
        .containsOnly(0);
    assertThat(Targets.of(completes(DoubleStream.generate(() -> Math.log(10)).limit(13).toArray())))
        .containsOnly(0);
  }

  @Test
  void failedTrialsAreAsBadAsTheWorst() {
    double[] targets =
        Targets.of(List.of(complete(0, 1), complete(1, 2), failed(2), complete(3, 9)));

    assertThat(targets[2]).isEqualTo(targets[3]);
  }

  @Test
  void prunedTrialsAreNoBetterThanTheMedian() {
    double[] targets =
        Targets.of(
            List.of(
                complete(0, 1),
                complete(1, 2),
                complete(2, 3),
                pruned(3, EARLY, 0.5),
                pruned(4, EARLY, 2.5),
                pruned(5, EARLY, Double.NaN)));

    assertThat(targets[3]).isEqualTo(targets[1]);
    assertThat(targets[4]).isStrictlyBetween(targets[1], targets[2]);
    assertThat(targets[5]).isEqualTo(targets[2]);
  }

  private static List<Observation> completes(double... losses) {
    return IntStream.range(0, losses.length)
        .mapToObj(each -> complete(each, losses[each]))
        .toList();
  }
}
