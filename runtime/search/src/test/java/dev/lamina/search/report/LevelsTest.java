package dev.lamina.search.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelsTest {

  @Test
  void theLeastLossHasTheStrongestShadeAndTheLargestTheWeakest() {
    double[] losses = {-1, 0.5, 8};

    assertThat(DoubleStream.of(losses).mapToInt(Levels.ofLosses(losses)::of))
        .containsExactly(8, 7, 0);
    assertThat(DoubleStream.of(losses).mapToInt(Levels.ofRanks(losses)::of))
        .startsWith(8)
        .endsWith(0);
  }

  /** A distance that no number is, in nine steps: the middle is in the fifth. */
  @Test
  void theLargestLossesHaveShadesToo() {
    double[] losses = {-Double.MAX_VALUE, 0, Double.MAX_VALUE};

    assertThat(DoubleStream.of(losses).mapToInt(Levels.ofLosses(losses)::of))
        .containsExactly(8, 4, 0);
  }

  @Test
  void shadesByRankAreEquallyOften() {
    double[] losses = IntStream.range(0, 900).mapToDouble(i -> Math.exp(i / 50.0)).toArray();
    Levels levels = Levels.ofRanks(losses);

    long strongest = DoubleStream.of(losses).filter(loss -> levels.of(loss) == 8).count();

    assertThat(strongest).isBetween(95L, 105L);
  }

  @Test
  void equalLossesHaveOneShade() {
    double[] losses = {2, 2};

    assertThat(DoubleStream.of(losses).mapToInt(Levels.ofLosses(losses)::of).distinct()).hasSize(1);
  }
}
