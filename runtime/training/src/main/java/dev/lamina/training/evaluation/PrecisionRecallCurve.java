package dev.lamina.training.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Precision and recall of the samples that have at least a certain score.
 *
 * @param points a point for each score that occurs, the highest first, after one above all scores
 *     with recall 0 and precision 1
 * @param averagePrecision {@code sum (R_n - R_(n-1)) P_n} over points, the area of steps under the
 *     curve, known as PR AUC; 0 without positive samples
 */
public record PrecisionRecallCurve(List<Point> points, double averagePrecision) {

  /** Copies the points. */
  public PrecisionRecallCurve {
    points = List.copyOf(points);
  }

  /**
   * Of one score for each sample.
   *
   * @param actual whether each sample is positive
   * @param scores how sure its prediction is that it is
   */
  public static PrecisionRecallCurve of(boolean[] actual, double[] scores) {
    ArrayCheck check = ArrayCheck.of("PrecisionRecallCurve.of(actual, scores)");
    check.call().present("actual", actual);
    check.numbers("scores", scores);
    check.asMany("scores", scores.length, actual.length);
    return of(Ranking.of(actual, scores));
  }

  static PrecisionRecallCurve of(Ranking ranking) {
    Stream<Point> start = Stream.of(new Point(Double.POSITIVE_INFINITY, 1, 0));
    Stream<Point> rest =
        IntStream.range(0, ranking.groups()).mapToObj(group -> point(ranking, group));
    return new PrecisionRecallCurve(
        Stream.concat(start, rest).toList(), ranking.averagePrecision());
  }

  private static Point point(Ranking ranking, int group) {
    double right = ranking.positives(group);
    double predicted = right + ranking.negatives(group);
    double recall = ranking.positives() == 0 ? 1 : right / ranking.positives();
    return new Point(ranking.score(group), right / predicted, recall);
  }

  /**
   * What happens if every sample of at least this score is predicted positive.
   *
   * @param threshold the score
   * @param precision the share of these that are positive
   * @param recall the share of positive samples that are among them; 1 without any, as in
   *     scikit-learn
   */
  public record Point(double threshold, double precision, double recall) {}
}
