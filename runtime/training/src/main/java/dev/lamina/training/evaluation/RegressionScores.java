package dev.lamina.training.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far predictions p are from the targets y of one output, or the mean over outputs.
 *
 * @param meanAbsoluteError the mean of {@code |y - p|}
 * @param meanSquaredError the mean of {@code (y - p)^2}
 * @param rootMeanSquaredError its root
 * @param medianAbsoluteError the median of {@code |y - p|}
 * @param maxError the largest {@code |y - p|}, also of several outputs
 * @param meanAbsolutePercentageError the mean of {@code |y - p| / max(|y|, 2^-52)}; 1 is 100
 *     percent
 * @param rSquared {@code 1 - sum (y - p)^2 / sum (y - mean y)^2}; of constant targets 1 if each is
 *     met and otherwise 0; NaN of one sample
 * @param explainedVariance {@code 1 - var(y - p) / var(y)}; of constant targets 1 if the error is
 *     constant and otherwise 0
 */
public record RegressionScores(
    double meanAbsoluteError,
    double meanSquaredError,
    double rootMeanSquaredError,
    double medianAbsoluteError,
    double maxError,
    double meanAbsolutePercentageError,
    double rSquared,
    double explainedVariance) {

  private static final double SMALLEST_DIVISOR = Math.ulp(1.0);

  static RegressionScores of(double[] actual, double[] predicted) {
    int samples = actual.length;
    double[] errors =
        IntStream.range(0, samples).mapToDouble(i -> actual[i] - predicted[i]).toArray();
    double[] sizes = Arrays.stream(errors).map(Math::abs).sorted().toArray();
    double squares = Arrays.stream(errors).map(error -> error * error).sum();
    double spread = squaresAroundMean(actual);
    return new RegressionScores(
        Arrays.stream(sizes).sum() / samples,
        squares / samples,
        Math.sqrt(squares / samples),
        (sizes[(samples - 1) / 2] + sizes[samples / 2]) / 2,
        sizes[samples - 1],
        IntStream.range(0, samples).mapToDouble(i -> relative(actual[i], errors[i])).sum()
            / samples,
        samples < 2 ? Double.NaN : explained(squares, spread),
        explained(squaresAroundMean(errors), spread));
  }

  /** Each figure as its mean over outputs, but for the largest error. */
  static RegressionScores average(List<RegressionScores> outputs) {
    return new RegressionScores(
        mean(outputs, RegressionScores::meanAbsoluteError),
        mean(outputs, RegressionScores::meanSquaredError),
        mean(outputs, RegressionScores::rootMeanSquaredError),
        mean(outputs, RegressionScores::medianAbsoluteError),
        outputs.stream().mapToDouble(RegressionScores::maxError).max().orElse(Double.NaN),
        mean(outputs, RegressionScores::meanAbsolutePercentageError),
        mean(outputs, RegressionScores::rSquared),
        mean(outputs, RegressionScores::explainedVariance));
  }

  private static double mean(
      List<RegressionScores> outputs, ToDoubleFunction<RegressionScores> figure) {
    return outputs.stream().mapToDouble(figure).sum() / outputs.size();
  }

  private static double relative(double actual, double error) {
    return Math.abs(error) / Math.max(Math.abs(actual), SMALLEST_DIVISOR);
  }

  private static double explained(double rest, double all) {
    if (all == 0) {
      return rest == 0 ? 1 : 0;
    }
    return 1 - rest / all;
  }

  /** Exactly 0 where all are equal, whose mean may be off by rounding. */
  private static double squaresAroundMean(double[] values) {
    if (Arrays.stream(values).allMatch(value -> value == values[0])) {
      return 0;
    }
    double mean = Arrays.stream(values).sum() / values.length;
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
  }
}
