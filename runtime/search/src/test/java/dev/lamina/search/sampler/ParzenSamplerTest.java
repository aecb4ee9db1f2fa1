package dev.lamina.search.sampler;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.search.sampler.Samplers.tpe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.search.space.Dimension;
import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParzenSamplerTest {

  private static final Space LINE = Space.of(List.of(real("x", 0, 1)));
  private static final Space SQUARE = Space.of(List.of(real("x", 0, 1), real("y", 0, 1)));

  private static final double NO_PRIOR = 1e-100;
  private static final double[] BESIDE = {0.2, 0.2};
  private static final double[] ACROSS = {0.2, 0.8};
  private static final List<double[]> CORNERS = List.of(BESIDE, new double[] {0.8, 0.8});

  /** Of 0.2, 0.4 and 0.6 the deviation is 0.2, and {@code 3^(-1/5)} is 0.80274. */
  @Test
  void kernelsFollowScottsRule() {
    List<double[]> good = places(0.2, Double.NaN, 0.4, 0.6);

    ParzenFit fit = ParzenFit.to(LINE, 1, false, good, 1000);

    assertThat(fit.widths().get(0)).isCloseTo(0.2 * 0.8027415618, within(1e-9));
  }

  @Test
  void kernelsAreAsFineAsTrialsAreMany() {
    List<double[]> good = places(0.4, 0.4, 0.4);

    assertThat(ParzenFit.to(LINE, 1, false, good, 50).widths()).containsExactly(2.5 / 50);
    assertThat(ParzenFit.to(LINE, 1, false, good, 2).widths()).containsExactly(1.0);
  }

  /** By hand, with kernels far from each other: 3/8 k² beside the points and 1/8 k² across. */
  @Test
  void halfOfADensityTakesParametersToBelongTogether() {
    ParzenEstimator half = upright(SQUARE, NO_PRIOR, false, 0.01).of(CORNERS);
    ParzenEstimator none = upright(SQUARE, NO_PRIOR, true, 0.01).of(CORNERS);

    assertThat(half.logDensity(BESIDE) - half.logDensity(ACROSS))
        .isCloseTo(Math.log(3), within(1e-9));
    assertThat(none.logDensity(BESIDE) - none.logDensity(ACROSS)).isCloseTo(0, within(1e-9));
  }

  /** By hand: half of those that are drawn of both points by themselves, that is half of half. */
  @Test
  void aQuarterOfDrawsMixesTwoPoints() {
    assertThat(mixed(false)).isBetween(0.23, 0.27);
    assertThat(mixed(true)).isBetween(0.48, 0.52);
  }

  @Test
  void earlyTrialsCountEverLess() {
    double[] weights = ParzenFit.latest(30);

    assertThat(weights).hasSize(30);
    assertThat(weights[0]).isCloseTo(1.0 / 30, within(1e-12));
    assertThat(weights[2]).isCloseTo((1.0 / 30 + 1) / 2, within(1e-12));
    assertThat(IntStream.range(4, 30).mapToDouble(each -> weights[each])).containsOnly(1.0);
  }

  /** By hand, with kernels far from each other: 3/4 around the first, and 1/4 around the second. */
  @Test
  void aPointIsAsDenseAsItCounts() {
    ParzenEstimator density =
        upright(LINE, NO_PRIOR, false, 0.01).of(places(0.2, 0.8), new double[] {1.5, 0.5});

    assertThat(density.logDensity(new double[] {0.2}) - density.logDensity(new double[] {0.8}))
        .isCloseTo(Math.log(3), within(1e-9));
  }

  @Test
  void aDensityIntegratesToOne() {
    ParzenEstimator density = upright(LINE, 1, false, 0.2).of(places(0.05, 0.3));

    double sum =
        IntStream.range(0, 20_000)
            .mapToDouble(each -> Math.exp(density.logDensity(new double[] {(each + 0.5) / 20_000})))
            .sum();

    assertThat(sum / 20_000).isCloseTo(1, within(1e-6));
  }

  /** Not to the last digit, since wide kernels are taken for even within a narrow cell. */
  @Test
  void theMassOfAllValuesIsOne() {
    for (Dimension dimension :
        List.of(
            Dimension.of(integer("i", 1, 7)),
            Dimension.of(integer("l", 1, 9).log()),
            Dimension.of(choice("c", "a", "b", "c", "d")))) {
      ParzenEstimator masses =
          upright(new Space(List.of(dimension)), 1, false, 0.2).of(places(0.1, 0.8, 0.8, 0.1, 0.8));

      double sum = 0;
      for (int each = 0; each < dimension.count().orElseThrow(); each++) {
        sum += Math.exp(masses.logDensity(new double[] {dimension.nth(each)}));
      }

      assertThat(sum).as(dimension.name()).isCloseTo(1, within(1e-3));
    }
  }

  /** In cells narrower than a quarter of σ, the density stands for the mass. */
  @Test
  void aFineGridIsLikeALine() {
    List<double[]> points = places(0.4, 0.7);
    Space fine = Space.of(List.of(integer("i", 1, 1000)));

    double mass = upright(fine, 1, false, 0.3).of(points).logDensity(points.get(0));
    double density = upright(LINE, 1, false, 0.3).of(points).logDensity(points.get(0));

    assertThat(mass).isCloseTo(density - Math.log(1000), within(1e-9));
  }

  @Test
  void choicesOfGoodTrialsAreTriedMoreOften() {
    Space space = Space.of(List.of(choice("kind", "a", "b", "c")));
    List<Observation> trials = new ArrayList<>();
    for (int each = 0; each < 30; each++) {
      double place = space.dimensions().get(0).nth(each % 3);
      trials.add(Questions.complete(each, each % 3 == 1 ? 0 : 1, place));
    }

    long second =
        IntStream.range(0, 100)
            .filter(seed -> tpe().propose(Questions.after(space, trials, seed)).get()[0] == 0.5)
            .count();

    assertThat(second).isGreaterThan(80);
  }

  /** Around one point, upright kernels would be as dense and drawn as often on either side. */
  @Test
  void kernelsLeanAsGoodTrialsLie() {
    List<double[]> falling =
        IntStream.range(0, 20)
            .mapToObj(each -> new double[] {each / 20.0, 1 - each / 20.0})
            .toList();
    ParzenEstimator density =
        ParzenFit.to(SQUARE, NO_PRIOR, false, falling, 200).of(List.of(new double[] {0.5, 0.5}));
    SplittableRandom random = new SplittableRandom(9);

    long drawn =
        IntStream.range(0, 1000)
            .mapToObj(any -> density.draw(random))
            .filter(point -> point[0] < 0.5 != point[1] < 0.5)
            .count();

    assertThat(density.logDensity(new double[] {0.4, 0.6}))
        .isGreaterThan(density.logDensity(new double[] {0.4, 0.4}) + 0.5);
    assertThat(drawn).isBetween(600L, 800L);
  }

  /** A running trial counts as bad, so that the next one keeps away from it. */
  @Test
  void runningTrialsPushOthersAway() {
    List<Observation> trials = new ArrayList<>(known());
    double alone = meanDistance(trials, 0.5);
    for (int each = 20; each < 26; each++) {
      trials.add(Questions.running(each, 0.5));
    }

    double beside = meanDistance(trials, 0.5);

    assertThat(beside).isGreaterThan(1.3 * alone);
  }

  @Test
  void whoWasPrunedLaterIsBetter() {
    List<Observation> trials =
        List.of(
            Questions.failed(0, 0.1),
            Questions.pruned(1, 2, 0.1, 0.2),
            Questions.running(2, 0.3),
            Questions.pruned(3, 5, 0.9, 0.4),
            Questions.complete(4, 3, 0.5),
            Questions.complete(5, 2, 0.6));

    List<Observation> ranked = Ranking.of(trials, 1);

    assertThat(ranked.stream().map(Observation::number)).containsExactly(5, 4, 3, 1, 0, 2);
  }

  @Test
  void printsItselfAsTheCodeThatBuildsIt() {
    assertThat(tpe()).hasToString("tpe()");
    assertThat(tpe().startup(20).candidates(64).goodShare(0.3).priorWeight(2).independent())
        .hasToString(
            "tpe().startup(20).candidates(64).goodShare(0.3).priorWeight(2).independent()");
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> tpe().goodShare(1))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("goodShare(1)");
    assertThatThrownBy(() -> tpe().candidates(0)).isInstanceOf(InvalidDescriptionException.class);
  }

  /** With kernels that are so wide in each dimension, and lean in no direction. */
  private static ParzenFit upright(
      Space space, double priorWeight, boolean isIndependent, double width) {
    List<Double> widths = Collections.nCopies(space.size(), width);
    Lean lean = Lean.along(space, widths, List.of());
    return new ParzenFit(space, priorWeight, isIndependent, widths, lean);
  }

  private static List<double[]> places(double... places) {
    return DoubleStream.of(places).mapToObj(place -> new double[] {place}).toList();
  }

  /** Which share of draws has one place of one point and the other of the other. */
  private static double mixed(boolean isIndependent) {
    ParzenEstimator density = upright(SQUARE, NO_PRIOR, isIndependent, 0.01).of(CORNERS);
    SplittableRandom random = new SplittableRandom(3);
    return IntStream.range(0, 10_000)
        .mapToObj(each -> density.draw(random))
        .mapToInt(point -> point[0] < 0.5 == point[1] < 0.5 ? 0 : 1)
        .average()
        .orElseThrow();
  }

  private static List<Observation> known() {
    SplittableRandom random = new SplittableRandom(8);
    return IntStream.range(0, 20)
        .mapToObj(each -> random.nextDouble())
        .<Observation>map(place -> Questions.complete(0, Math.abs(place - 0.5), place))
        .toList();
  }

  private static double meanDistance(List<Observation> trials, double from) {
    return IntStream.range(0, 200)
        .mapToDouble(seed -> tpe().propose(Questions.after(LINE, trials, seed)).get()[0])
        .map(place -> Math.abs(place - from))
        .average()
        .orElseThrow();
  }
}
