package dev.lamina.search.pruner;

import static dev.lamina.search.pruner.Progresses.complete;
import static dev.lamina.search.pruner.Progresses.progress;
import static dev.lamina.search.pruner.Pruners.hyperband;
import static dev.lamina.search.pruner.Pruners.medianPruner;
import static dev.lamina.search.pruner.Pruners.neverPrune;
import static dev.lamina.search.pruner.Pruners.patientPruner;
import static dev.lamina.search.pruner.Pruners.percentilePruner;
import static dev.lamina.search.pruner.Pruners.successiveHalving;
import static dev.lamina.search.pruner.Pruners.thresholdPruner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every pruner: a new one needs one line here. */
class PrunerContractTest {

  /** Each with the code that builds it, once plain and once with all options. */
  static Stream<Arguments> pruners() {
    return Stream.of(
        arguments(neverPrune(), "neverPrune()"),
        arguments(medianPruner(), "medianPruner()"),
        arguments(
            percentilePruner(25).startupTrials(3).warmUpSteps(2).interval(4).minTrials(2),
            "percentilePruner(25).startupTrials(3).warmUpSteps(2).interval(4).minTrials(2)"),
        arguments(successiveHalving(), "successiveHalving()"),
        arguments(
            successiveHalving().minResource(2).reductionFactor(3).earliestRung(1).startupTrials(5),
            "successiveHalving().minResource(2).reductionFactor(3).earliestRung(1)"
                + ".startupTrials(5)"),
        arguments(hyperband(81), "hyperband(81)"),
        arguments(
            hyperband(20).minResource(2).reductionFactor(4).startupTrials(3),
            "hyperband(20).minResource(2).reductionFactor(4).startupTrials(3)"),
        arguments(patientPruner(3), "patientPruner(3)"),
        arguments(
            patientPruner(3).minDelta(0.5).asking(medianPruner()),
            "patientPruner(3).minDelta(0.5).asking(medianPruner())"),
        arguments(thresholdPruner(), "thresholdPruner()"),
        arguments(
            thresholdPruner().lower(-1).upper(2.5).warmUpSteps(3).interval(2),
            "thresholdPruner().lower(-1).upper(2.5).warmUpSteps(3).interval(2)"));
  }

  static Stream<Pruner> all() {
    return pruners().map(each -> (Pruner) each.get()[0]);
  }

  static Stream<Pruner> pruning() {
    return all().filter(each -> !each.equals(neverPrune()));
  }

  @ParameterizedTest
  @MethodSource("pruners")
  void itPrintsTheCodeThatBuildsIt(Pruner pruner, String code) {
    String printed = pruner.toString();

    assertThat(printed).isEqualTo(code);
  }

  @Test
  void everyWordIsHere() {
    List<String> words =
        Arrays.stream(Pruners.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(method -> method.getName() + "(")
            .toList();

    List<String> printed = pruners().map(each -> (String) each.get()[1]).toList();

    assertThat(words).allMatch(word -> printed.stream().anyMatch(code -> code.startsWith(word)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSameProgressGetsTheSameAnswer(Pruner pruner) {
    List<Progress> several = IntStream.range(1, 30).mapToObj(PrunerContractTest::random).toList();

    List<Boolean> first = several.stream().map(pruner::prunes).toList();
    List<Boolean> again = several.stream().map(pruner::prunes).toList();

    assertThat(again).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("pruning")
  void whatDivergesIsEndedFromTheFirstReportOn(Pruner pruner) {
    Progress first = progress(Double.NaN);
    Progress later = progress(1, 1, Double.NaN).among(List.of(complete(0, 2, 2, 2)));

    assertThat(pruner.prunes(first)).isTrue();
    assertThat(pruner.prunes(later)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aTrialWithoutPeersThatGetsBetterGoesOn(Pruner pruner) {
    Progress alone = progress(2.4, 2.3, 2.2, 2.1, 2.0);

    assertThat(pruner.prunes(alone)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aLaterTrialNeverSeesFewerOthersAndNoneSeesItself(Pruner pruner) {
    List<Integer> visible =
        IntStream.range(0, 40).mapToObj(trial -> pruner.visible(trial, 8)).toList();

    assertThat(visible).isSorted();
    assertThat(IntStream.range(0, 40)).allMatch(trial -> visible.get(trial) <= trial);
  }

  private static Progress random(int seed) {
    RandomGenerator random = new SplittableRandom(seed);
    double[] losses = random.doubles(1 + seed % 9).toArray();
    return progress(losses)
        .among(
            IntStream.range(0, seed)
                .mapToObj(peer -> complete(peer, random.doubles(9).toArray()))
                .toList());
  }
}
