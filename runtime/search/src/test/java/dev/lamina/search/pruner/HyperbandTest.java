package dev.lamina.search.pruner;

import static dev.lamina.search.pruner.Progresses.complete;
import static dev.lamina.search.pruner.Progresses.progress;
import static dev.lamina.search.pruner.Pruners.hyperband;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HyperbandTest {

  /** The setting of the paper: R = 81, eta = 3. */
  @Test
  void theBracketsOfThePaperGetTheirShares() {
    Hyperband pruner = hyperband(81);

    List<Long> shares = IntStream.range(0, pruner.brackets()).mapToObj(pruner::share).toList();

    // ceil(5 * 3^s / (s + 1)) for s = 4, 3, 2, 1, 0.
    assertThat(shares).containsExactly(81L, 34L, 15L, 8L, 5L);
  }

  @Test
  void anotherBracketBeginsWhereTheLastRungWouldBe() {
    assertThat(hyperband(80).brackets()).isEqualTo(4);
    assertThat(hyperband(81).brackets()).isEqualTo(5);
    assertThat(hyperband(162).minResource(2).brackets()).isEqualTo(5);
    assertThat(hyperband(5).minResource(5).brackets()).isEqualTo(1);
    assertThat(hyperband(1000).reductionFactor(10).brackets()).isEqualTo(4);
  }

  /** By Optuna 3.1.0 for a study named "study" with max_resource=27, reduction_factor=3. */
  @Test
  void trialsAreInTheBracketsThatOptunaPutsThemIn() {
    Hyperband pruner = hyperband(27);

    List<Integer> brackets =
        IntStream.range(0, 20).mapToObj(trial -> pruner.bracket("study", trial)).toList();

    assertThat(brackets)
        .containsExactly(1, 0, 1, 0, 0, 1, 1, 0, 0, 3, 1, 2, 1, 1, 0, 1, 3, 0, 1, 1);
  }

  @Test
  void trialsOfAnotherBracketAreNoMeasure() {
    Hyperband pruner = hyperband(27);
    int bracket = pruner.bracket("study", 100);
    int same =
        IntStream.range(0, 100)
            .filter(t -> pruner.bracket("study", t) == bracket)
            .findFirst()
            .getAsInt();
    int other =
        IntStream.range(0, 100)
            .filter(t -> pruner.bracket("study", t) != bracket)
            .findFirst()
            .getAsInt();
    Progress bad = progress(IntStream.range(0, 27).mapToDouble(each -> 2).toArray());
    double[] good = IntStream.range(0, 27).mapToDouble(each -> 1).toArray();

    assertThat(pruner.prunes(bad.among(List.of(complete(same, good))))).isTrue();
    assertThat(pruner.prunes(bad.among(List.of(complete(other, good))))).isFalse();
  }
}
