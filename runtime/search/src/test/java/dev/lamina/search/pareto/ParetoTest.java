package dev.lamina.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParetoTest {

  @Test
  void aPointDominatesWhatIsWorseSomewhereAndBetterNowhere() {
    double[] point = {1, 2};

    assertThat(Pareto.dominates(point, new double[] {1, 3})).isTrue();
    assertThat(Pareto.dominates(point, new double[] {2, 3})).isTrue();
    assertThat(Pareto.dominates(point, new double[] {1, 2})).isFalse();
    assertThat(Pareto.dominates(point, new double[] {0, 3})).isFalse();
  }

  @Test
  void frontsAreTakenOffOneByOne() {
    List<double[]> points =
        List.of(
            new double[] {3, 3},
            new double[] {1, 2},
            new double[] {2, 1},
            new double[] {2, 2},
            new double[] {1, 2});

    List<List<Integer>> fronts = Pareto.fronts(points);

    assertThat(fronts).containsExactly(List.of(1, 2, 4), List.of(3), List.of(0));
  }

  @Test
  void asManyDominateAPointAsAreFoundOneByOne() {
    SplittableRandom random = new SplittableRandom(4);
    for (int losses = 1; losses <= 4; losses++) {
      int each = losses;
      List<double[]> points =
          IntStream.range(0, 60)
              .mapToObj(any -> random.ints(each, -2, 3).mapToDouble(loss -> loss * -1.0).toArray())
              .toList();

      int[] dominating = Pareto.dominating(points);

      assertThat(dominating)
          .containsExactly(
              points.stream()
                  .mapToInt(
                      point ->
                          (int) points.stream().filter(o -> Pareto.dominates(o, point)).count())
                  .toArray());
      assertThat(dominating).contains(0);
      assertThat(IntStream.of(dominating).max().getAsInt()).isGreaterThan(5);
    }
    assertThat(Pareto.dominating(List.of(new double[] {-0.0, 2}, new double[] {0, 1})))
        .containsExactly(1, 0);
    assertThat(Pareto.dominating(List.of())).isEmpty();
  }

  @Test
  void roomIsTheDistanceOfNeighboursInPartsOfTheRange() {
    List<double[]> front =
        List.of(
            new double[] {4, 0}, new double[] {0, 10}, new double[] {1, 6}, new double[] {3, 1});

    double[] room = Pareto.crowding(front);

    // (3 - 0) / 4 + (10 - 1) / 10 and (4 - 1) / 4 + (6 - 0) / 10.
    assertThat(room)
        .containsExactly(
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0.75 + 0.9, 0.75 + 0.6);
  }

  @Test
  void whereAllAreEqualThereIsNoRange() {
    List<double[]> front = List.of(new double[] {1, 1}, new double[] {1, 1}, new double[] {1, 1});

    double[] room = Pareto.crowding(front);

    assertThat(room).containsExactly(Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY);
  }
}
