package dev.lamina.search.pruner;

import static dev.lamina.search.pruner.Progresses.complete;
import static dev.lamina.search.pruner.Progresses.progress;
import static dev.lamina.search.pruner.Progresses.pruned;
import static dev.lamina.search.pruner.Pruners.medianPruner;
import static dev.lamina.search.pruner.Pruners.percentilePruner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.search.space.Observation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilePrunerTest {

  @Test
  void theQuarterOfNineLossesIsTheThird() {
    Progress among = progress(0.5).among(tenths(9));

    double bound = percentilePruner(25).bound(among).getAsDouble();

    assertThat(bound).isCloseTo(0.3, within(1e-15));
  }

  @Test
  void lossesThatAreNotNumbersDoNotCountForThePercentile() {
    List<Observation> peers =
        IntStream.range(0, 9)
            .mapToObj(each -> complete(each, each < 5 ? 0.1 * (each + 1) : Double.NaN))
            .toList();

    double bound = percentilePruner(25).bound(progress(0.5).among(peers)).getAsDouble();

    assertThat(bound).isCloseTo(0.2, within(1e-15));
  }

  @Test
  void betweenTwoLossesThePercentileIsInterpolated() {
    Progress among =
        progress(0.5)
            .among(List.of(complete(0, 1), complete(1, 2), complete(2, 4), complete(3, 8)));

    double bound = percentilePruner(40).bound(among).getAsDouble();

    // Numbered from 0, place 0.4 * 3 = 1.2: a fifth of the way from 2 to 4.
    assertThat(bound).isCloseTo(2.4, within(1e-15));
  }

  @Test
  void theBestReportSoFarCountsNotTheLastOne() {
    List<Observation> peers = List.of(complete(0, 5, 5), complete(1, 3, 3), complete(2, 4, 4));
    PercentilePruner median = medianPruner().startupTrials(1);

    assertThat(median.prunes(progress(4, 9).among(peers))).isFalse();
    assertThat(median.prunes(progress(4.1, 9).among(peers))).isTrue();
  }

  @Test
  void trialsThatWereEndedAreNoMeasure() {
    List<Observation> peers = List.of(complete(0, 5), pruned(1, 1), pruned(2, 1), pruned(3, 1));

    boolean prunes = medianPruner().startupTrials(1).prunes(progress(4).among(peers));

    assertThat(prunes).isFalse();
  }

  @Test
  void nobodyIsEndedBeforeEnoughTrialsAreComplete() {
    PercentilePruner median = medianPruner();

    assertThat(median.prunes(progress(9).among(tenths(4)))).isFalse();
    assertThat(median.prunes(progress(9).among(tenths(5)))).isTrue();
  }

  @Test
  void nobodyIsEndedWhereTooFewHaveReported() {
    List<Observation> peers = List.of(complete(0, 1, 1), complete(1, 1, 1), complete(2, 1));
    PercentilePruner median = medianPruner().startupTrials(0).minTrials(3);

    assertThat(median.prunes(progress(9).among(peers))).isTrue();
    assertThat(median.prunes(progress(9, 9).among(peers))).isFalse();
  }

  @Test
  void trialsAreLookedAtOnceInAnIntervalAfterTheWarmUp() {
    PercentilePruner median = medianPruner().startupTrials(0).warmUpSteps(2).interval(3);
    List<Observation> peers = List.of(complete(0, 1, 1, 1, 1, 1, 1, 1, 1));

    List<Integer> looks =
        IntStream.rangeClosed(1, 8)
            .filter(step -> median.prunes(progress(nines(step)).among(peers)))
            .boxed()
            .toList();

    assertThat(looks).containsExactly(3, 6);
  }

  @Test
  void aPercentileAboveHundredIsRefused() {
    assertThatThrownBy(() -> percentilePruner(101))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            """
            `percentilePruner(101)` is not valid: 1 problem.
              1. `percentile` must be a number from 0 to 100 but is 101.
                 Fix: give how many trials in a hundred go on, such as 25."""
                .replace("\n", System.lineSeparator()));
  }

  private static double[] nines(int count) {
    return IntStream.range(0, count).mapToDouble(each -> 9).toArray();
  }

  private static List<Observation> tenths(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(each -> complete(each - 1, 0.1 * each))
        .toList();
  }
}
