package dev.lamina.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HypervolumeTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 10, 29})
  void underStairsInThePlaneIsWhatTheFormulaSays(int n) {
    List<double[]> stairs = new ArrayList<>();
    for (int step = 0; step < n; step++) {
      stairs.add(new double[] {n - 1 - step, step});
      stairs.add(new double[] {step, n - step});
    }
    Collections.shuffle(stairs, new Random(n));

    double volume = Hypervolume.of(stairs, filled(2, n));

    assertThat(volume).isEqualTo(n * n - n * (n - 1) / 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7})
  void underStairsInSpaceIsWhatTheFormulaSays(int n) {
    List<double[]> stairs = new ArrayList<>();
    for (int first = 0; first < n; first++) {
      for (int second = 0; second < n - first; second++) {
        stairs.add(new double[] {first, second, n - 1 - first - second});
      }
    }
    Collections.shuffle(stairs, new Random(n));

    double volume = Hypervolume.of(stairs, filled(3, n));

    assertThat(volume).isEqualTo(n * n * n - (n - 1) * n * (n + 1) / 6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void onlyTheUnitCubeIsMissingBehindTheUnitVectors(int dimensions) {
    List<double[]> units =
        IntStream.range(0, dimensions)
            .mapToObj(
                each -> {
                  double[] unit = new double[dimensions];
                  unit[each] = 1;
                  return unit;
                })
            .toList();

    double volume = Hypervolume.of(units, filled(dimensions, 10));

    assertThat(volume).isEqualTo(Math.pow(10, dimensions) - 1);
  }

  /** An estimate that knows nothing of fronts: the share of random places that are dominated. */
  @Test
  void itIsTheShareOfPlacesThatAreDominated() {
    SplittableRandom random = new SplittableRandom(4);
    List<double[]> points = random(random, 30, 4);
    int places = 40_000;
    long dominated =
        random(random, places, 4).stream()
            .filter(place -> points.stream().anyMatch(point -> Pareto.dominates(point, place)))
            .count();

    double volume = Hypervolume.of(points, filled(4, 1));

    assertThat(volume).isCloseTo((double) dominated / places, within(0.01));
  }

  @Test
  void pointsThatAreEqualOrBehindTheReferenceAddNothing() {
    List<double[]> points =
        List.of(new double[] {1, 2}, new double[] {1, 2}, new double[] {0, 5}, new double[] {7, 0});

    double volume = Hypervolume.of(points, new double[] {4, 4});

    assertThat(volume).isEqualTo(3 * 2);
  }

  @Test
  void aReferenceOfOtherSizeIsRefused() {
    assertThatThrownBy(() -> Hypervolume.of(List.of(new double[] {1, 2}), new double[] {3}))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`reference` must be a number for each of 2 objectives but is 1.");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aReferenceThatIsNotFiniteIsRefused(double bound) {
    assertThatThrownBy(() -> Hypervolume.of(List.of(new double[] {1, 2}), new double[] {3, bound}))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`reference` must be finite numbers but is");
  }

  @Test
  void aVolumeThatNoNumberHoldsIsInfinite() {
    List<double[]> points = List.of(new double[] {-1e200, 0, 0}, new double[] {0, -1e200, -1e200});

    double volume = Hypervolume.of(points, filled(3, 1e200));

    assertThat(volume).isInfinite().isPositive();
  }

  private static List<double[]> random(SplittableRandom random, int count, int size) {
    return IntStream.range(0, count).mapToObj(each -> random.doubles(size).toArray()).toList();
  }

  private static double[] filled(int size, double value) {
    double[] filled = new double[size];
    Arrays.fill(filled, value);
    return filled;
  }
}
