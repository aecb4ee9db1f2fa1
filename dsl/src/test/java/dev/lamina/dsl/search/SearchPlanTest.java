package dev.lamina.dsl.search;

import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.validation;
import static dev.lamina.dsl.Search.flag;
import static dev.lamina.dsl.Search.integer;
import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static dev.lamina.dsl.Search.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SearchPlanTest {

  private static final IntParam WIDTH = integer("width", 1, 9);
  private static final FlagParam DEEP = flag("deep");

  @Test
  void aSearchHasTenTrialsByDefault() {
    SearchPlan plan = search(WIDTH);

    assertThat(plan.limits().trials()).isEqualTo(10);
    assertThat(plan.objectives().toString()).isEqualTo("[validation(loss())]");
    assertThat(plan.window()).isEqualTo(4);
    assertThat(plan.threads()).isEqualTo(1);
  }

  @Test
  void theSizeIsTheProductOfTheCounts() {
    assertThat(search(WIDTH, DEEP, integer("steps", 0, 100).step(10)).size()).hasValue(9 * 2 * 11);
    assertThat(search(WIDTH, real("rate", 0, 1)).size()).isEmpty();
    assertThat(search(WIDTH, real("rate", 1, 1)).size()).hasValue(9);
  }

  @Test
  void aSizeThatIsNoLongIsNone() {
    IntParam all = integer("a", Integer.MIN_VALUE, Integer.MAX_VALUE);
    IntParam half = integer("b", 0, Integer.MAX_VALUE);

    assertThat(search(half, flag("c"), all).size()).isEmpty();
    assertThat(search(all, integer("b", 1, Integer.MAX_VALUE)).size())
        .hasValue((1L << 32) * Integer.MAX_VALUE);
  }

  @Test
  void optionsLeaveTheOthersAsTheyAre() {
    SearchPlan plan =
        search(WIDTH)
            .trials(3)
            .totalEpochs(7)
            .timeLimit(Duration.ofMinutes(1))
            .trialTimeLimit(Duration.ofSeconds(5))
            .seed(4);

    SearchPlan changed = plan.trials(5);

    assertThat(changed.limits().epochs()).hasValue(7);
    assertThat(changed.limits().time()).hasValue(Duration.ofMinutes(1));
    assertThat(changed.limits().trialTime()).hasValue(Duration.ofSeconds(5));
    assertThat(changed.seed()).isEqualTo(4);
    assertThat(plan.limits().trials()).isEqualTo(3);
  }

  @Test
  void theSameObjectiveTwiceIsRefused() {
    assertThatThrownBy(() -> search(WIDTH).optimize(validation(loss()), validation(loss())))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`objectives` must be different from each other");
  }

  @Test
  void aWholePointIsGivenOnce() {
    SearchPlan plan = search(WIDTH, DEEP).startingFrom(value(WIDTH, 3), value(WIDTH, 3));

    assertThat(plan.starts()).hasSize(2);
    assertThatThrownBy(() -> search(WIDTH).startingFrom(value(WIDTH, 3), value(WIDTH, 3)))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`point` must be another one than those before")
        .hasMessageContaining("nothing is tried twice");
  }

  @Test
  void timesOfAnyLengthPrintAsCode() {
    SearchPlan plan =
        search(WIDTH)
            .timeLimit(Duration.ofSeconds(Long.MAX_VALUE))
            .trialTimeLimit(Duration.ofMillis(Long.MAX_VALUE));

    assertThat(plan.toString())
        .endsWith(
            ".timeLimit(Duration.ofSeconds(9223372036854775807L))"
                + ".trialTimeLimit(Duration.ofMillis(9223372036854775807L))");
  }

  @Test
  void constraintsAndKnownPointsAddUp() {
    SearchPlan plan =
        search(WIDTH, DEEP)
            .where(pick -> pick.get(WIDTH) > 2)
            .where(pick -> pick.get(DEEP))
            .startingFrom(value(WIDTH, 3))
            .startingFrom(value(WIDTH, 4), value(DEEP, true));

    assertThat(plan.constraints()).hasSize(2);
    assertThat(plan.starts()).containsExactly(value(WIDTH, 3), value(WIDTH, 4), value(DEEP, true));
    assertThat(plan.toString())
        .isEqualTo(
            "search(integer(\"width\", 1, 9), flag(\"deep\")).where(constraint)"
                + ".startingFrom(value(integer(\"width\", 1, 9), 3), "
                + "value(integer(\"width\", 1, 9), 4), value(flag(\"deep\"), true))");
  }

  @Test
  void namesAreUnique() {
    assertRefused(
        () -> search(WIDTH, DEEP, real("width", 0, 1)),
        """
        `search(parameters)` is not valid: 1 problem.
          1. Parameter `real("width", 0, 1)` has a name that another one has.
             Fix: give each parameter a name of its own.""");
  }

  @Test
  void somethingIsSearched() {
    assertThatThrownBy(() -> search())
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`parameters` must be at least one")
        .hasMessageContaining("Fix: say what is searched.");
  }

  @Test
  void limitsAreAboveZero() {
    assertRefused(
        () -> search(WIDTH).trials(0),
        """
        `trials(0)` is not valid: 1 problem.
          1. `trials` must be a whole number of at least 1 but is 0.
             Fix: give how many trials there may be, such as 40.""");
    assertThatThrownBy(() -> search(WIDTH).timeLimit(Duration.ZERO))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`time` must be above 0");
    assertThatThrownBy(() -> search(WIDTH).window(0))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`window` must be");
  }

  @Test
  void knownPointsAreOfTheSearch() {
    assertThatThrownBy(() -> search(WIDTH).startingFrom(value(DEEP, true)))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessageContaining("`point` must be made of the parameters of the search")
        .hasMessageContaining("Fix: leave this parameter out, or search it.");
  }

  @Test
  void aPlanIsAValue() {
    assertThat(search(WIDTH).seed(3)).isEqualTo(search(List.of(WIDTH).get(0)).seed(3));
    assertThat(search(WIDTH).seed(3)).isNotEqualTo(search(WIDTH).seed(4));
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(message.replace("\n", System.lineSeparator()));
  }
}
