package dev.lamina.training.data;

import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.hinge;
import static dev.lamina.dsl.Losses.klDivergence;
import static dev.lamina.dsl.Losses.meanAbsolutePercentageError;
import static dev.lamina.dsl.Losses.meanSquaredLogarithmicError;
import static dev.lamina.dsl.Losses.poisson;
import static dev.lamina.dsl.Losses.squaredHinge;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.loss.Loss;
import dev.lamina.dsl.problem.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets of a network with two outputs. */
class TargetKindsTest {

  private static final String PLACE = " but row 1, target column 0 (both counted from 0) is ";

  static Stream<Arguments> fitting() {
    return Stream.of(
        arguments(meanAbsolutePercentageError(), dense(2), new double[] {-1e-7, 1e9}),
        arguments(meanSquaredLogarithmicError(), dense(2).relu(), new double[] {-0.99, 1e9}),
        arguments(poisson(), dense(2).relu(), new double[] {0, 2.5}),
        arguments(hinge(), dense(2), new double[] {-1, 1}),
        arguments(squaredHinge(), dense(2).tanh(), new double[] {1, 1}),
        arguments(klDivergence(), dense(2).softmax(), new double[] {0.3f, 0.7f}));
  }

  static Stream<Arguments> misfits() {
    String divisor =
        "remove such samples, or train with `absoluteError()`, which does not divide by the"
            + " target.";
    String signed =
        "remove such samples, or train with `meanSquaredError()` for targets of any size.";
    String signs = "give -1 where you gave 0, or train with `binaryCrossEntropy()` on 0 and 1.";
    return Stream.of(
        misfit(
            meanAbsolutePercentageError(), dense(2), 0, "targets of size 1e-7 at least", divisor),
        misfit(meanSquaredLogarithmicError(), dense(2).relu(), -1, "targets above -1", signed),
        misfit(
            meanSquaredLogarithmicError(), dense(2).relu(), -1 + 1e-12, "targets above -1", signed),
        misfit(poisson(), dense(2).relu(), -0.5, "targets of at least 0", signed),
        misfit(hinge(), dense(2), 0, "targets that are -1 or 1", signs),
        misfit(squaredHinge(), dense(2), 0.5, "targets that are -1 or 1", signs),
        misfit(
            klDivergence(),
            dense(2).softmax(),
            1.5,
            "targets between 0 and 1",
            "give the probability of each class."));
  }

  private static Arguments misfit(
      Loss loss, Dense output, double target, String needed, String fix) {
    String came = Code.literal(target) + ".";
    Problem problem =
        new Problem("Training data", "needs " + needed + " for `" + loss + "`" + PLACE + came, fix);
    return arguments(loss, output, target, problem);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fitting")
  void targetsThatTheLossCanReadAreTaken(Loss loss, Dense output, double[] targets) {
    List<Problem> problems = problems(loss, output, targets);

    assertThat(problems).isEmpty();
  }

  @ParameterizedTest(name = "{0} of {2}")
  @MethodSource("misfits")
  void theFirstTargetThatTheLossCannotReadIsReported(
      Loss loss, Dense output, double target, Problem problem) {
    double[] good = loss.equals(klDivergence()) ? new double[] {0, 1} : new double[] {1, 1};

    List<Problem> problems = problems(loss, output, good, new double[] {target, 1});

    assertThat(problems).containsExactly(problem);
  }

  @ParameterizedTest
  @MethodSource("sums")
  void probabilitiesThatDoNotSumToOneAreReported(double[] row) {
    List<Problem> problems =
        problems(klDivergence(), dense(2).softmax(), new double[] {0.5, 0.5}, row, row);

    assertThat(problems)
        .containsExactly(
            new Problem(
                "Training data",
                "needs targets that sum to 1 in each sample for `klDivergence()` but those of row"
                    + " 1 (counted from 0) do not, and 2 rows in all are at fault.",
                "divide the targets of a sample by their sum."));
  }

  static Stream<Arguments> sums() {
    return Stream.of(
        arguments(new double[] {0, 0}),
        arguments(new double[] {1, 1}),
        arguments(new double[] {0.3, 0.69}));
  }

  private static List<Problem> problems(Loss loss, Dense output, double[]... targets) {
    double[][] features = new double[targets.length][1];
    return DataCheck.problems(
        sequential(input(1), output),
        training(loss, sgd()),
        Split.of(Dataset.of(features, targets)));
  }
}
