package dev.lamina.search.sampler;

import static dev.lamina.dsl.Search.choice;
import static dev.lamina.dsl.Search.real;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.search.space.Space;
import java.util.List;
import org.junit.jupiter.api.Test;

class BranchesTest {

  private static final Space SPACE =
      Space.of(List.of(choice("kind", "a", "b"), real("rate", 0, 1), real("momentum", 0, 1)));
  private static final double A = SPACE.dimensions().get(0).nth(0);
  private static final double B = SPACE.dimensions().get(0).nth(1);

  @Test
  void aPointReadsWhatTrialsWithTheSameOptionsRead() {
    Branches branches = new Branches(SPACE, List.of(point(A, 0.1, Double.NaN), point(B, 0.9, 0.5)));

    assertThat(branches.read(point(A, 0.9, 0.5))).containsExactly(A, 0.9, Double.NaN);
    assertThat(branches.read(point(B, 0.1, 0.2))).containsExactly(B, 0.1, 0.2);
  }

  @Test
  void amongThoseTheNearestNumbersCount() {
    Branches branches = new Branches(SPACE, List.of(point(A, 0.1, Double.NaN), point(A, 0.9, 0.5)));

    assertThat(branches.read(point(A, 0.2, 0.5))).containsExactly(A, 0.2, Double.NaN);
    assertThat(branches.read(point(A, 0.8, 0.1))).containsExactly(A, 0.8, 0.1);
  }

  @Test
  void whereEverythingWasReadItWillBe() {
    Branches branches = new Branches(SPACE, List.of(point(A, 0.1, 0.4)));

    assertThat(branches.read(point(B, 0.2, 0.5))).containsExactly(B, 0.2, 0.5);
  }

  private static double[] point(double... places) {
    return places;
  }
}
