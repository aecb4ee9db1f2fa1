package dev.lamina.dsl.training;

import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.accuracy;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.dsl.problem.Refusal.messageOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClippingTest {

  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd());

  static Stream<Arguments> kinds() {
    return Stream.of(
        kind("clipValue", PLAN::clipValue, Clipping.ByValue::new),
        kind("clipNorm", PLAN::clipNorm, Clipping.ByNorm::new),
        kind("clipGlobalNorm", PLAN::clipGlobalNorm, Clipping.ByGlobalNorm::new));
  }

  private static Arguments kind(
      String word, DoubleFunction<TrainingPlan> option, DoubleFunction<Clipping> clipping) {
    return arguments(word, option, clipping);
  }

  static Stream<Arguments> badLimits() {
    return kinds()
        .flatMap(
            kind ->
                DoubleStream.of(0, -1, Double.NaN, Double.POSITIVE_INFINITY)
                    .mapToObj(limit -> arguments(kind.get()[0], kind.get()[1], limit)));
  }

  @Test
  void aPlanDoesNotClipByDefault() {
    assertThat(PLAN.clipping()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void anOptionSetsTheClippingAndPrintsIt(
      String word, DoubleFunction<TrainingPlan> option, DoubleFunction<Clipping> clipping) {
    TrainingPlan plan = option.apply(0.5);

    assertThat(plan.clipping()).contains(clipping.apply(0.5));
    assertThat(plan).hasToString(PLAN + "." + word + "(0.5)");
    assertThat(PLAN.clipping()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void laterOptionsKeepTheClipping(
      String word, DoubleFunction<TrainingPlan> option, DoubleFunction<Clipping> clipping) {
    TrainingPlan plan =
        option
            .apply(2)
            .epochs(3)
            .batchSize(4)
            .seed(5)
            .precision(Precision.FLOAT64)
            .measure(accuracy())
            .stopWhen();

    assertThat(plan.clipping()).contains(clipping.apply(2));
    assertThat(plan.metrics()).containsExactly(accuracy());
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("badLimits")
  void limitsThatAreNoFiniteNumberAboveZeroAreRefused(
      String word, DoubleFunction<TrainingPlan> option, double limit) {
    String message = messageOf(() -> option.apply(limit));

    String came = limit == 0 ? "0" : limit == -1 ? "-1" : Double.toString(limit);
    assertThat(message)
        .isEqualTo(
            """
            `%s(%s)` is not valid: 1 problem.
              1. `limit` must be a finite number above 0 but is %s.
                 Fix: give the largest gradient, such as 1."""
                .formatted(word, came, came));
  }

  @Test
  void theSameKindAgainTakesThePlaceOfTheFirst() {
    TrainingPlan plan = PLAN.clipNorm(1).clipNorm(2);

    assertThat(plan).isEqualTo(PLAN.clipNorm(2));
  }

  @Test
  void twoKindsInOnePlanAreRefused() {
    String message = messageOf(() -> PLAN.clipNorm(1).clipValue(0.5));

    assertThat(message)
        .isEqualTo(
            """
            `clipValue(0.5)` is not valid: 1 problem.
              1. `clipping` must be of the kind that the plan has, `clipNorm(1)`, but is clipValue(0.5).
                 Fix: keep one of the two: a plan clips in one way.""");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void eachKindIsHandedToItsCase(
      String word, DoubleFunction<TrainingPlan> option, DoubleFunction<Clipping> clipping) {
    String handed = clipping.apply(0.5).accept(new Words());

    assertThat(handed).isEqualTo(word + " 0.5");
  }

  private static final class Words implements Clipping.Cases<String> {

    @Override
    public String byValue(Clipping.ByValue clipping) {
      return "clipValue " + clipping.limit();
    }

    @Override
    public String byNorm(Clipping.ByNorm clipping) {
      return "clipNorm " + clipping.limit();
    }

    @Override
    public String byGlobalNorm(Clipping.ByGlobalNorm clipping) {
      return "clipGlobalNorm " + clipping.limit();
    }
  }
}
