package dev.lamina.search.pruner;

import static dev.lamina.search.pruner.Progresses.at;
import static dev.lamina.search.pruner.Progresses.complete;
import static dev.lamina.search.pruner.Progresses.completeAt;
import static dev.lamina.search.pruner.Progresses.progress;
import static dev.lamina.search.pruner.Progresses.pruned;
import static dev.lamina.search.pruner.Progresses.prunedAt;
import static dev.lamina.search.pruner.Pruners.successiveHalving;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.search.space.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuccessiveHalvingTest {

  /** The example in Optuna's tests: seven trials, each with one report after step 7. */
  @Test
  void aTrialComesAsFarAsItIsAmongTheBestHalfOfEachRung() {
    SuccessiveHalving pruner = successiveHalving().reductionFactor(2);
    List<Observation> peers = new ArrayList<>();
    peers.add(completeAt(0, 7, 0.1));
    IntStream.rangeClosed(2, 7).forEach(each -> peers.add(prunedAt(each - 1, 7, 0.1 * each)));
    Progress bad = at(7, 0.75).among(List.copyOf(peers));
    peers.add(prunedAt(7, 7, 0.75));
    Progress middle = at(7, 0.25).among(List.copyOf(peers));
    peers.add(prunedAt(8, 7, 0.25));
    Progress good = at(7, 0.05).among(List.copyOf(peers));

    assertThat(pruner.rungs(bad)).isZero();
    assertThat(pruner.rungs(middle)).isEqualTo(1);
    assertThat(pruner.rungs(good)).isEqualTo(3);
    assertThat(pruner.prunes(bad)).isTrue();
    assertThat(pruner.prunes(middle)).isTrue();
    assertThat(pruner.prunes(good)).isFalse();
  }

  @Test
  void rungsAreAtPowersOfTheFactor() {
    Observation better = complete(0, losses(64, 1));
    SuccessiveHalving pruner = successiveHalving();
    List<Integer> ended =
        IntStream.rangeClosed(1, 64)
            .filter(step -> pruner.prunes(progress(worseAtLast(step)).among(List.of(better))))
            .boxed()
            .toList();

    assertThat(ended).containsExactly(1, 4, 16, 64);
  }

  @Test
  void rungsBeginWhereTheLeastResourceAndTheEarliestRungSay() {
    Observation better = complete(0, losses(64, 1));
    SuccessiveHalving pruner =
        successiveHalving().minResource(2).reductionFactor(3).earliestRung(1);
    List<Integer> ended =
        IntStream.rangeClosed(1, 64)
            .filter(step -> pruner.prunes(progress(worseAtLast(step)).among(List.of(better))))
            .boxed()
            .toList();

    assertThat(ended).containsExactly(6, 18, 54);
  }

  @Test
  void oneInFourGoesOnItselfBeingCounted() {
    SuccessiveHalving pruner = successiveHalving();
    List<Observation> seven = tried(7);

    // The second of eight goes on, the third does not.
    assertThat(pruner.prunes(progress(1.5).among(seven))).isFalse();
    assertThat(pruner.prunes(progress(2.5).among(seven))).isTrue();
    // Of seven, one does.
    assertThat(pruner.prunes(progress(1.5).among(tried(6)))).isTrue();
  }

  @Test
  void theBestOfTooFewGoesOnAndSoDoesItsEqual() {
    SuccessiveHalving pruner = successiveHalving();

    assertThat(pruner.prunes(progress(0.5).among(tried(2)))).isFalse();
    assertThat(pruner.prunes(progress(1).among(tried(2)))).isFalse();
    assertThat(pruner.prunes(progress(1.5).among(tried(2)))).isTrue();
  }

  @Test
  void nobodyGoesOnBeforeEnoughCameToARung() {
    SuccessiveHalving pruner = successiveHalving().startupTrials(3);

    assertThat(pruner.prunes(progress(0.5).among(tried(2)))).isTrue();
    assertThat(pruner.prunes(progress(0.5).among(tried(3)))).isFalse();
  }

  @Test
  void trialsThatFailedCompeteAtTheRungsTheyCameTo() {
    SuccessiveHalving pruner = successiveHalving();
    Observation diverged =
        new Observation(
            0,
            Observation.State.FAILED,
            new double[] {0},
            new double[0],
            progress(1, 1, 1, Double.NaN).reports());

    assertThat(pruner.prunes(progress(2).among(List.of(diverged)))).isTrue();
    assertThat(pruner.prunes(progress(2, 2, 2, 2).among(List.of(diverged)))).isFalse();
  }

  /** As a patient pruner asks: the trial was worse when it came to the rung after step 4. */
  @Test
  void whoAsksLaterGetsTheAnswerOfTheLastRung() {
    SuccessiveHalving pruner = successiveHalving();
    List<Observation> better = List.of(complete(0, losses(64, 1)));

    assertThat(pruner.prunes(progress(0, 0, 0, 2, 2, 2).among(better))).isTrue();
    assertThat(pruner.prunes(progress(0, 0, 0, 2, 0, 0).among(better))).isTrue();
    assertThat(pruner.prunes(progress(2, 0, 0, 0, 2, 2).among(better))).isFalse();
  }

  @Test
  void aReportAfterTheGreatestOfStepsIsAnswered() {
    assertThat(successiveHalving().prunes(at(Integer.MAX_VALUE, 1))).isFalse();
    assertThat(
            successiveHalving()
                .prunes(at(Integer.MAX_VALUE, 1).among(List.of(completeAt(0, 1, 0.5)))))
        .isTrue();
  }

  @Test
  void aFactorOfOneIsRefused() {
    assertThatThrownBy(() -> successiveHalving().reductionFactor(1))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`factor` must be a whole number of at least 2 but is 1.");
    assertThatThrownBy(() -> successiveHalving().minResource(0))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`steps` must be a whole number of at least 1 but is 0.");
  }

  /** Trials that came to the first rung with 1, 2, ... */
  private static List<Observation> tried(int count) {
    return IntStream.range(0, count).mapToObj(each -> pruned(each, each + 1)).toList();
  }

  /** The best of all until its last report. */
  private static double[] worseAtLast(int count) {
    double[] losses = losses(count, 0.5);
    losses[count - 1] = 2;
    return losses;
  }

  private static double[] losses(int count, double loss) {
    return IntStream.range(0, count).mapToDouble(each -> loss).toArray();
  }
}
