package dev.lamina.compiler.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.compiler.plan.Plan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LossEndsThePlanTest {

  @Test
  void aPlanWithoutALossIsAsItShouldBe() {
    Plan plan = Plans.of(Plans.dense("a", Plan.INPUT, 2, 3), Plans.dense("b", "a", 3, 1));

    Optional<String> violation = new LossEndsThePlan().violation(plan);

    assertThat(violation).isEmpty();
  }

  @Test
  void aLossAtTheEndIsAsItShouldBe() {
    Plan plan = Plans.of(Plans.dense("a", Plan.INPUT, 2, 3), Plans.loss("a/loss", "a", 3));

    Optional<String> violation = new LossEndsThePlan().violation(plan);

    assertThat(violation).isEmpty();
  }

  @Test
  void aLossBeforeTheEndIsReported() {
    Plan plan = Plans.of(Plans.loss("early", Plan.INPUT, 2), Plans.dense("a", "early", 2, 3));

    Optional<String> violation = new LossEndsThePlan().violation(plan);

    assertThat(violation)
        .contains(
            "Node `early = linear() + meanSquaredError() <- /input: flat(2) -> flat(2)` is a loss"
                + " but does not end the plan.");
  }
}
