package dev.lamina.dsl.problem;

import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTest {

  @Test
  void aRequirementThatHoldsGivesItselfForTheNextOne() {
    Requirement requirement = Requirement.of("conv", 3);

    Requirement next = requirement.that(true, "size", "odd", 3, "choose another");

    assertThat(next).isSameAs(requirement);
  }

  @Test
  void whatHoldsIsNeverPutIntoWords() {
    Object mute = new Mute();

    Requirement requirement =
        Requirement.of("conv", mute).that(true, "kernel", "odd", mute, () -> mute.toString());

    assertThat(requirement).isNotNull();
  }

  /** An argument that has no text. */
  private static final class Mute {

    @Override
    public String toString() {
      throw new IllegalStateException("was asked for its text");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"choose an odd one", "choose an odd one."})
  void theRemedyEndsInOneFullStop(String fix) {
    Requirement requirement = Requirement.of("conv", 8, "same");

    String message = messageOf(() -> requirement.that(false, "size", "odd", "8\n", fix));

    assertThat(message)
        .isEqualTo(
            """
            `conv(8, "same")` is not valid: 1 problem.
              1. `size` must be odd but is "8\\n".
                 Fix: choose an odd one.""");
  }
}
