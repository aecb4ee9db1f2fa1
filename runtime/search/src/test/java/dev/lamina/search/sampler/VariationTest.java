package dev.lamina.search.sampler;

import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.search.Param;
import dev.lamina.search.space.Dimension;
import dev.lamina.search.space.Space;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VariationTest {

  /** Half of all numbers are below it, so that the mutation that it makes moves nothing. */
  private static final RandomGenerator DOWN = () -> 1L << 63;

  /** A little above the half, which moves upwards by less than any value is wide. */
  private static final RandomGenerator UP = () -> (1L << 63) + (1L << 40);

  static List<Param<?>> finite() {
    return List.of(
        integer("logarithmic", 1, 1000).log(),
        integer("high", 50, 60).log(),
        integer("wide", 1, 1000),
        integer("stepped", 8, 256).step(8),
        real("fine", -1, 1).step(0.1));
  }

  /** At the ends there is one neighbour only. */
  @ParameterizedTest
  @MethodSource("finite")
  void aMutationThatWouldChangeNothingGoesToTheNextValue(Param<?> param) {
    Space space = Space.of(List.of(param));
    Dimension dimension = space.dimensions().get(0);
    int last = (int) param.count().orElseThrow() - 1;

    for (int value = 0; value <= last; value++) {
      double[] point = {dimension.nth(value)};
      double[] down = space.snap(new Variation(space, DOWN).mutated(point, 1));
      double[] up = space.snap(new Variation(space, UP).mutated(point, 1));
      assertThat(down).containsExactly(dimension.nth(value == 0 ? 1 : value - 1));
      assertThat(up).containsExactly(dimension.nth(value == last ? last - 1 : value + 1));
    }
  }

  @ParameterizedTest
  @MethodSource("finite")
  void everyMutationChangesTheValue(Param<?> param) {
    Space space = Space.of(List.of(param));
    SplittableRandom random = new SplittableRandom(4);
    Variation variation = new Variation(space, random);

    for (int each = 0; each < 3_000; each++) {
      double[] point = space.snap(space.random(random));
      assertThat(space.snap(variation.mutated(point, 1))).isNotEqualTo(point);
    }
  }

  @Test
  void theOnlyValueStays() {
    Space space = Space.of(List.of(integer("only", 3, 3).log(), integer("one", 2, 2)));
    double[] point = space.snap(new double[] {0.5, 0.5});

    assertThat(space.snap(new Variation(space, UP).mutated(point, 1))).isEqualTo(point);
  }
}
