package dev.lamina.compiler.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.compiler.plan.Plan;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InputsAreResolvedTest {

  @Test
  void nodesThatTakeWhatEarlierOnesGiveAreAsTheyShouldBe() {
    Plan plan =
        Plans.of(
            Plans.dense("a", Plan.INPUT, 2, 3),
            Plans.dense("b", "a", 3, 1),
            Plans.loss("c", "b", 1));

    Optional<String> violation = new InputsAreResolved().violation(plan);

    assertThat(violation).isEmpty();
  }

  @Test
  void aSourceThatIsNotThereIsReported() {
    Plan plan = Plans.of(Plans.dense("a", "nowhere", 2, 3));

    Optional<String> violation = new InputsAreResolved().violation(plan);

    assertThat(violation)
        .contains(
            "Node `a = dense(3) <- nowhere: flat(2) -> flat(3)` takes what `nowhere` gives, but"
                + " that is unknown.");
  }

  @Test
  void aSourceThatComesLaterIsReported() {
    Plan plan = Plans.of(Plans.dense("a", "b", 2, 2), Plans.dense("b", Plan.INPUT, 2, 2));

    Optional<String> violation = new InputsAreResolved().violation(plan);

    assertThat(violation)
        .contains(
            "Node `a = dense(2) <- b: flat(2) -> flat(2)` takes what `b` gives, but that is"
                + " unknown.");
  }

  @Test
  void anInputOfAnotherShapeIsReported() {
    Plan plan = Plans.of(Plans.dense("a", Plan.INPUT, 2, 3), Plans.dense("b", "a", 4, 1));

    Optional<String> violation = new InputsAreResolved().violation(plan);

    assertThat(violation)
        .contains(
            "Node `b = dense(1) <- a: flat(4) -> flat(1)` takes what `a` gives, but that is"
                + " flat(3).");
  }
}
