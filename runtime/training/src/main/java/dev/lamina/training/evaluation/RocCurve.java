package dev.lamina.training.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Receiver operating characteristic: what share of the positive samples, and what share of the
 * negative ones, has at least a certain score.
 *
 * @param points a point for each score that occurs, the highest first, after one above all scores;
 *     none is dropped
 * @param area the area under the curve, that is the share of pairs, a positive and a negative
 *     sample, in which the positive one has the higher score, a pair with the same score counting
 *     half; NaN unless there are both
 */
public record RocCurve(List<Point> points, double area) {

  /** Copies the points. */
  public RocCurve {
    points = List.copyOf(points);
  }

  /**
   * Of one score for each sample.
   *
   * @param actual whether each sample is positive
   * @param scores how sure its prediction is that it is
   */
  public static RocCurve of(boolean[] actual, double[] scores) {
    ArrayCheck check = ArrayCheck.of("RocCurve.of(actual, scores)");
    check.call().present("actual", actual);
    check.numbers("scores", scores);
    check.asMany("scores", scores.length, actual.length);
    return of(Ranking.of(actual, scores));
  }

  /**
   * The area alone, without the points; NaN also if a score is NaN.
   *
   * @param actual whether each sample is positive
   * @param scores how sure its prediction is that it is, as many
   */
  public static double area(boolean[] actual, double[] scores) {
    boolean defined = Arrays.stream(scores).noneMatch(Double::isNaN);
    return defined ? Ranking.of(actual, scores).rocArea() : Double.NaN;
  }

  static RocCurve of(Ranking ranking) {
    double positives = ranking.positives();
    double negatives = ranking.negatives();
    Stream<Point> start =
        Stream.of(new Point(Double.POSITIVE_INFINITY, 0 / negatives, 0 / positives));
    Stream<Point> rest =
        IntStream.range(0, ranking.groups())
            .mapToObj(
                group ->
                    new Point(
                        ranking.score(group),
                        ranking.negatives(group) / negatives,
                        ranking.positives(group) / positives));
    return new RocCurve(Stream.concat(start, rest).toList(), ranking.rocArea());
  }

  /**
   * What happens if every sample of at least this score is predicted positive.
   *
   * @param threshold the score
   * @param falsePositiveRate the share of negative samples that are; NaN without any
   * @param truePositiveRate the share of positive samples that are; NaN without any
   */
  public record Point(double threshold, double falsePositiveRate, double truePositiveRate) {}
}
