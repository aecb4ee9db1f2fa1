package dev.lamina.training.evaluation;

import dev.lamina.dsl.metric.Averaging;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How often a class was predicted, and was right.
 *
 * @param right how often it was predicted for samples of it
 * @param predicted how often it was predicted
 * @param actual how many samples are of it
 */
public record ClassCounts(long right, long predicted, long actual) {

  /** Precision, recall and F1 of the class. */
  public ClassScores scores() {
    return new ClassScores(precision(), recall(), f1(), actual);
  }

  /** {@code right / predicted}; 0 if it was never predicted. */
  public double precision() {
    return ratio((double) right, predicted);
  }

  /** {@code right / actual}; 0 if no sample is of it. */
  public double recall() {
    return ratio((double) right, actual);
  }

  /** {@code 2 right / (predicted + actual)}; 0 if it occurs nowhere. */
  public double f1() {
    return ratio(2.0 * right, predicted + actual);
  }

  /** The scores of several classes as one. */
  public static ClassScores average(Averaging averaging, List<ClassCounts> classes) {
    return new ClassScores(
        average(averaging, classes, ClassCounts::precision),
        average(averaging, classes, ClassCounts::recall),
        average(averaging, classes, ClassCounts::f1),
        together(classes).actual);
  }

  /** One score of several classes. */
  public static double average(
      Averaging averaging, List<ClassCounts> classes, ToDoubleFunction<ClassCounts> score) {
    return switch (averaging) {
      case MACRO -> classes.stream().mapToDouble(score).sum() / classes.size();
      case MICRO -> score.applyAsDouble(together(classes));
      case WEIGHTED ->
          ratio(
              classes.stream().mapToDouble(each -> each.actual * score.applyAsDouble(each)).sum(),
              together(classes).actual);
    };
  }

  private static ClassCounts together(List<ClassCounts> classes) {
    return classes.stream()
        .reduce(
            new ClassCounts(0, 0, 0),
            (one, other) ->
                new ClassCounts(
                    one.right + other.right,
                    one.predicted + other.predicted,
                    one.actual + other.actual));
  }

  private static double ratio(double part, long whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
