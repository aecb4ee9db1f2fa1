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
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParzenSamplerTest {

  private static final Space LINE = Space.of(List.of(real("x", 0, 1)));

  /** Optuna's figures, there on [-1, 1]: half as wide here, and at most as wide as the space. */
  @Test
  void kernelsReachTheirFartherNeighbour() {
    double[] widths = Widths.byNeighbours(new double[] {0.3, 0.7, 0.705, 0.71, Double.NaN});

    assertThat(widths[0]).isCloseTo(0.2, within(1e-12));
    assertThat(widths[1]).isCloseTo(0.2, within(1e-12));
    // Nearer than a sixth, which is the least with five kernels.
    assertThat(widths[2]).isCloseTo(1.0 / 6, within(1e-12));
    assertThat(widths[3]).isCloseTo(1.0 / 6, within(1e-12));
    assertThat(widths[4]).isEqualTo(1);
  }

  @Test
  void ofEqualPlacesTheFirstAndTheLastReachTheirNeighbours() {
    double[] widths = Widths.byNeighbours(new double[] {0.9, 0.1, 0.9, 0.9, Double.NaN});

    double[] expected = {0.9 - 0.5, 0.5 - 0.1, 1.0 / 6, 1.0 / 6, 1};
    assertThat(widths).containsExactly(expected, within(1e-12));
  }

  /** Of 0.2, 0.4 and 0.6 the deviation is 0.2, and {@code 3^(-1/5)} is 0.80274. */
  @Test
  void kernelsOfGoodTrialsFollowScottsRule() {
    double[] centers = {0.2, Double.NaN, 0.4, 0.6, Double.NaN};

    double[] widths = Widths.bySpread(1).of(centers);

    assertThat(widths[0]).isCloseTo(0.2 * 0.8027415618, within(1e-9));
    assertThat(widths[2]).isEqualTo(widths[0]);
    assertThat(widths[1]).isEqualTo(1);
    assertThat(widths[4]).isEqualTo(1);
  }

  @Test
  void earlyTrialsCountEverLess() {
    double[] weights = new ParzenFit(LINE, 0.5).weights(30);

    assertThat(weights).hasSize(31);
    assertThat(weights[0]).isCloseTo(1.0 / 30, within(1e-12));
    assertThat(weights[2]).isCloseTo((1.0 / 30 + 1) / 2, within(1e-12));
    assertThat(IntStream.range(4, 30).mapToDouble(each -> weights[each])).containsOnly(1.0);
    assertThat(weights[30]).isEqualTo(0.5);
  }

  @Test
  void aDensityIntegratesToOne() {
    ParzenEstimator density =
        new ParzenFit(LINE, 1)
            .of(List.of(new double[] {0.05}, new double[] {0.3}), Widths::byNeighbours);

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
          new ParzenFit(new Space(List.of(dimension)), 1)
              .of(
                  DoubleStream.of(0.1, 0.8, 0.8, 0.1, 0.8)
                      .mapToObj(place -> new double[] {place})
                      .toList(),
                  Widths::byNeighbours);

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
    List<double[]> points = List.of(new double[] {0.4}, new double[] {0.7});
    Space fine = Space.of(List.of(integer("i", 1, 1000)));

    double mass = new ParzenFit(fine, 1).of(points, Widths::byNeighbours).logDensity(points.get(0));
    double density =
        new ParzenFit(LINE, 1).of(points, Widths::byNeighbours).logDensity(points.get(0));

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
