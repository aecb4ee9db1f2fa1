package dev.lamina.search.importance;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.real;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.search.space.Dimension;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Trees made by hand, whose means are computed by hand. */
class TreeTest {

  private static final double NONE = Double.NaN;

  /** Cut at 0.25. */
  private final Axis x = Axis.of(Dimension.of(real("x", 0, 1)), new double[] {0.1, 0.4});

  /** Cut at 0.5; a fifth of the trials did not read it. */
  private final Axis y =
      Axis.of(Dimension.of(real("y", 0, 1)), new double[] {0.3, 0.3, 0.7, 0.7, NONE});

  private final Axis kind =
      Axis.of(Dimension.of(choice("kind", "a", "b", "c")), new double[] {0.1, 0.1});

  @Test
  void theMeanOverTheOthersIsExact() {
    Tree tree =
        new Tree(
            List.of(x, y),
            List.of(
                new Leaf(List.of(parts(0), parts(0, 1, 2)), 4),
                new Leaf(List.of(parts(1), parts(0)), 1),
                new Leaf(List.of(parts(1), parts(1, 2)), 2)));

    // y: 0.4 below 0.5, 0.4 above, 0.2 not read.
    double right = 0.4 * 1 + 0.6 * 2;
    double mean = 0.25 * 4 + 0.75 * right;
    double below = 0.25 * 4 + 0.75 * 1;
    double above = 0.25 * 4 + 0.75 * 2;
    assertThat(tree.mean()).isEqualTo(mean, within(1e-15));
    assertThat(tree.marginal(0)).containsExactly(new double[] {4, right}, within(1e-15));
    assertThat(tree.marginal(1)).containsExactly(new double[] {below, above, above}, within(1e-15));
    assertThat(tree.marginal(0, new int[] {0, 1}, 1, new int[] {2, 0}))
        .isDeepEqualTo(new double[][] {{4, 2}, {4, 1}});
    assertThat(tree.variance(0))
        .isEqualTo(0.25 * square(4 - mean) + 0.75 * square(right - mean), within(1e-15));
    assertThat(tree.variance(1))
        .isEqualTo(0.4 * square(below - mean) + 0.6 * square(above - mean), within(1e-15));
    assertThat(tree.variance())
        .isEqualTo(
            0.25 * square(4 - mean) + 0.3 * square(1 - mean) + 0.45 * square(2 - mean),
            within(1e-15));
  }

  @Test
  void theValuesOfAChoiceAreEquallyLikelyHoweverOftenTheyWereTried() {
    Tree tree =
        new Tree(
            List.of(kind),
            List.of(new Leaf(List.of(parts(0)), 3), new Leaf(List.of(parts(1, 2)), 0)));

    assertThat(tree.mean()).isEqualTo(1, within(1e-15));
    assertThat(tree.variance(0)).isEqualTo((4 + 1 + 1) / 3.0, within(1e-15));
  }

  @Test
  void aTreeCutsWhereValuesChange() {
    double[] places = {0.1, 0.2, 0.6, 0.8, NONE};
    Axis axis = Axis.of(Dimension.of(real("x", 0, 1)), places);
    int[][] parts =
        IntStream.range(0, 5).mapToObj(i -> new int[] {axis.part(places[i])}).toArray(int[][]::new);

    Cut cut =
        new CutSearch(0, axis, parts, new double[] {1, 1, 5, 5, 5})
            .best(new int[] {0, 1, 2, 3, 4})
            .orElseThrow();
    Cut unread =
        new CutSearch(0, axis, parts, new double[] {1, 1, 1, 1, 5})
            .best(new int[] {0, 1, 2, 3, 4})
            .orElseThrow();

    assertThat(cut.below()).isEqualTo(parts(0, 1));
    assertThat(cut.gain()).isEqualTo(2 * 1 + 3 * 25, within(1e-12));
    assertThat(unread.below()).isIn(parts(4), parts(0, 1, 2, 3));
  }

  @Test
  void valuesOfAChoiceAreDividedByTheirMeansAndNotByTheirOrder() {
    int[][] parts = {{0}, {1}, {2}, {2}};

    Cut cut =
        new CutSearch(0, kind, parts, new double[] {7, 1, 7, 7})
            .best(new int[] {0, 1, 2, 3})
            .orElseThrow();

    assertThat(cut.below()).isEqualTo(parts(1));
  }

  private static double square(double value) {
    return value * value;
  }

  private static BitSet parts(int... parts) {
    BitSet set = new BitSet();
    IntStream.of(parts).forEach(set::set);
    return set;
  }
}
