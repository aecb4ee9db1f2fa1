package dev.lamina.compiler.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.compiler.plan.Plan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesAreUniqueTest {

  @Test
  void differentNamesAreAsTheyShouldBe() {
    Plan plan = Plans.of(Plans.dense("a", Plan.INPUT, 2, 3), Plans.dense("b", "a", 3, 1));

    Optional<String> violation = new NamesAreUnique().violation(plan);

    assertThat(violation).isEmpty();
  }

  @Test
  void aNameThatTwoNodesHaveIsReported() {
    Plan plan =
        Plans.of(
            Plans.dense("a", Plan.INPUT, 2, 3),
            Plans.dense("b", "a", 3, 3),
            Plans.dense("a", "b", 3, 1));

    Optional<String> violation = new NamesAreUnique().violation(plan);

    assertThat(violation).contains("Two nodes are named `a`.");
  }

  @Test
  void theNameOfTheInputIsTaken() {
    Plan plan = Plans.of(Plans.dense(Plan.INPUT, Plan.INPUT, 2, 3));

    Optional<String> violation = new NamesAreUnique().violation(plan);

    assertThat(violation).contains("Two nodes are named `/input`.");
  }
}
