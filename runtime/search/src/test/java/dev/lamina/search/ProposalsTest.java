package dev.lamina.search;

import static dev.lamina.dsl.Search.real;
import static dev.lamina.dsl.Search.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.search.RealParam;
import dev.lamina.dsl.search.SearchPlan;
import dev.lamina.search.sampler.Ask;
import dev.lamina.search.sampler.Sampler;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Samplers that somebody wrote who did not look into what they must give. */
class ProposalsTest {

  private static final RealParam X = real("x", -5, 5);
  private static final RealParam Y = real("y", -5, 5);
  private static final SearchPlan PLAN = search(X, Y).trials(1).seed(4);

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments(null, "null"),
        arguments(Optional.of(new double[] {0.5}), "[0.5]"),
        arguments(Optional.of(new double[] {0.5, 0.5, 0.5}), "[0.5, 0.5, 0.5]"),
        arguments(Optional.of(new double[] {0.5, Double.NaN}), "[0.5, NaN]"),
        arguments(Optional.of(new double[] {Double.NEGATIVE_INFINITY, 0.5}), "[-Infinity, 0.5]"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aSamplerWhoseAnswerIsNoneIsNamed(Optional<double[]> answer, String came) {
    Tuner tuner = Tuner.using(new Answering(answer));

    assertThatThrownBy(() -> tuner.minimize(PLAN, trial -> 1))
        .isInstanceOf(InvalidDescriptionException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "Sampler `answering()` is not valid: 1 problem.",
                "  1. What it proposes for trial 0 must be a point with a number from 0 to 1 for"
                    + " each parameter, of which there are 2, or `Optional.empty()`, but is `"
                    + came
                    + "`.",
                "     Fix: mend what it gives for this question."));
  }

  @Test
  void onesThatAreRightAreTried() {
    Tuner tuner = Tuner.using(new Answering(Optional.of(new double[] {0.5, 1})));

    Trial trial = tuner.minimize(PLAN, pick -> 1).best();

    assertThat(trial.get(X)).isZero();
    assertThat(trial.get(Y)).isEqualTo(5);
  }

  /** Gives the same whatever is asked. */
  private record Answering(Optional<double[]> answer) implements Sampler {

    @Override
    public Optional<double[]> propose(Ask ask) {
      return answer;
    }

    @Override
    public String toString() {
      return "answering()";
    }
  }
}
