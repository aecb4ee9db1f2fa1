package dev.lamina.search.sampler;

import static dev.lamina.dsl.Search.real;
import static dev.lamina.search.sampler.Samplers.sobol;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.search.space.Observation;
import dev.lamina.search.space.Space;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SobolSamplerTest {

  private static final Space SQUARE = Space.of(List.of(real("x", 0, 1), real("y", 0, 1)));

  /** The first two dimensions of the sequence are a (0, 6, 2)-net, and so is each shift of them. */
  @Test
  void everyBoxOfThatSizeHasOneOfSixtyFourPoints() {
    List<double[]> points = points(64, 7);

    for (int bits = 0; bits <= 6; bits++) {
      int wide = 1 << bits;
      int high = 64 / wide;
      assertThat(points.stream().map(p -> high * (int) (p[0] * wide) + (int) (p[1] * high)))
          .doesNotHaveDuplicates()
          .hasSize(64);
    }
  }

  @Test
  void anotherSeedShiftsThePoints() {
    assertThat(points(1, 1).get(0)).isNotEqualTo(points(1, 2).get(0));
    assertThat(points(1, 1).get(0)).isEqualTo(points(1, 1).get(0));
  }

  @Test
  void aTrialWhosePointIsNotAdmittedGetsAnother() {
    Ask ask = Questions.after(SQUARE, List.of(), 3);
    double[] first = sobol().propose(ask).orElseThrow();
    Predicate<double[]> isOther = point -> Math.abs(point[0] - first[0]) > 1e-9;
    Ask choosy = new Ask(SQUARE, List.of(), 0, 1, 3, ask.random(), isOther);

    assertThat(sobol().propose(choosy).orElseThrow()[0]).isNotEqualTo(first[0]);
  }

  /** Integrates x² y², whose integral is 1/9, far better than so many random points: error .006. */
  @Test
  void meansOfFewPointsAreClose() {
    double sum = points(256, 5).stream().mapToDouble(p -> p[0] * p[0] * p[1] * p[1]).sum();

    assertThat(sum / 256).isBetween(1 / 9.0 - 0.001, 1 / 9.0 + 0.001);
  }

  private static List<double[]> points(int count, long seed) {
    return IntStream.range(0, count)
        .mapToObj(each -> sobol().propose(ask(each, seed)).orElseThrow())
        .toList();
  }

  private static Ask ask(int number, long seed) {
    List<Observation> running = Collections.nCopies(number, Questions.running(0, 0.5, 0.5));
    return Questions.after(SQUARE, running, seed);
  }
}
