package dev.lamina.training.evaluation;

import dev.lamina.dsl.metric.Averaging;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well labels are predicted of which a sample may have none or several: figures, curves, and
 * all of it as a printed table.
 *
 * <p>Labels are counted from 0; a label is predicted if its probability is above 0.5. It holds the
 * probabilities of all samples.
 */
public final class MultiLabelReport {

  private static final double CUT = Math.ulp(1.0);
  private static final double THRESHOLD = 0.5;

  private final List<String> labels;
  private final boolean[][] actual;
  private final double[][] probabilities;
  private final List<ClassCounts> counts;
  private final OneVersusRest each;

  private MultiLabelReport(boolean[][] actual, double[][] probabilities, List<String> labels) {
    this.labels = List.copyOf(labels);
    this.actual = actual;
    this.probabilities = probabilities;
    this.counts = IntStream.range(0, labels.size()).mapToObj(this::counted).toList();
    this.each = new OneVersusRest((row, index) -> actual[row][index], probabilities, 0);
  }

  /**
   * Of the probability of each label, as several sigmoids give it.
   *
   * @param actual which labels each sample has, {@code [samples][labels]}
   * @param probabilities {@code [samples][labels]}
   * @param labels the names of the labels
   */
  public static MultiLabelReport of(
      boolean[][] actual, double[][] probabilities, List<String> labels) {
    ArrayCheck check = ArrayCheck.of("MultiLabelReport.of(actual, probabilities, labels)");
    check.labels(labels, 1);
    check.call().present("actual", actual);
    check.rows("probabilities", probabilities, labels.size());
    check.asMany("probabilities", probabilities.length, actual.length);
    for (int row = 0; row < probabilities.length; row++) {
      check.width("actual", row, actual[row], labels.size());
      check.probabilities("probabilities[" + row + "]", probabilities[row]);
    }
    return new MultiLabelReport(
        Arrays.stream(actual).map(boolean[]::clone).toArray(boolean[][]::new),
        Arrays.stream(probabilities).map(double[]::clone).toArray(double[][]::new),
        labels);
  }

  private ClassCounts counted(int index) {
    long right = 0;
    long predicted = 0;
    long positive = 0;
    for (int row = 0; row < actual.length; row++) {
      boolean found = predicted(row, index);
      right += found && actual[row][index] ? 1 : 0;
      predicted += found ? 1 : 0;
      positive += actual[row][index] ? 1 : 0;
    }
    return new ClassCounts(right, predicted, positive);
  }

  private boolean predicted(int row, int index) {
    return probabilities[row][index] > THRESHOLD;
  }

  /** The names of the labels. */
  public List<String> labels() {
    return labels;
  }

  /** How many samples there are. */
  public int samples() {
    return actual.length;
  }

  /** Precision, recall and F1 of this label. */
  public ClassScores scores(int index) {
    return counts.get(checked("scores", index)).scores();
  }

  /** Precision, recall and F1 of all labels as one. */
  public ClassScores average(Averaging averaging) {
    return ClassCounts.average(averaging, counts);
  }

  /** The share of samples of which every label is predicted right. */
  public double subsetAccuracy() {
    long right =
        IntStream.range(0, actual.length)
            .filter(row -> indices().allMatch(index -> isRight(row, index)))
            .count();
    return (double) right / actual.length;
  }

  /** The share of labels that are predicted wrong. */
  public double hammingLoss() {
    return mean((row, index) -> isRight(row, index) ? 0 : 1);
  }

  /** Area under the ROC curve of the labels, as one figure; NaN where a label has only one. */
  public double rocAuc(Averaging averaging) {
    return each.average(averaging, Ranking::rocArea);
  }

  /** Average precision, PR AUC, of the labels, as one figure. */
  public double averagePrecision(Averaging averaging) {
    return each.average(averaging, Ranking::averagePrecision);
  }

  /** The curve of this label. */
  public RocCurve rocCurve(int index) {
    return RocCurve.of(each.ranking(checked("rocCurve", index)));
  }

  /** The curve of this label. */
  public PrecisionRecallCurve precisionRecallCurve(int index) {
    return PrecisionRecallCurve.of(each.ranking(checked("precisionRecallCurve", index)));
  }

  /**
   * How often samples have this label if it has a certain probability.
   *
   * @param bins how many bins, such as 10
   */
  public CalibrationCurve calibrationCurve(int index, int bins) {
    int checked = checked("calibrationCurve", index);
    return CalibrationCurve.of(each.actual(checked), each.scores(checked), bins);
  }

  /** The mean over labels and samples of {@code -ln} of the probability of what is so. */
  public double logLoss() {
    return mean((row, index) -> -Math.log(Math.min(Math.max(certainty(row, index), CUT), 1 - CUT)));
  }

  /** The mean over labels and samples of the squared error of the probability. */
  public double brierScore() {
    return mean((row, index) -> (1 - certainty(row, index)) * (1 - certainty(row, index)));
  }

  private double certainty(int row, int index) {
    double probability = probabilities[row][index];
    return actual[row][index] ? probability : 1 - probability;
  }

  private boolean isRight(int row, int index) {
    return predicted(row, index) == actual[row][index];
  }

  private double mean(Figure figure) {
    double sum = 0;
    for (int row = 0; row < actual.length; row++) {
      for (int index = 0; index < labels.size(); index++) {
        sum += figure.of(row, index);
      }
    }
    return sum / ((double) actual.length * labels.size());
  }

  private IntStream indices() {
    return IntStream.range(0, labels.size());
  }

  private int checked(String name, int index) {
    return ArrayCheck.index(name, index, labels);
  }

  /** What one label of one sample gives. */
  @FunctionalInterface
  private interface Figure {
    double of(int row, int index);
  }

  /** Precision, recall and F1 by label, their means, and the other figures. */
  @Override
  public String toString() {
    TextTable table =
        ScoreTable.of(labels, counts.stream().map(ClassCounts::scores).toList())
            .row("micro average", ScoreTable.cells(average(Averaging.MICRO)))
            .row("macro average", ScoreTable.cells(average(Averaging.MACRO)))
            .row("weighted average", ScoreTable.cells(average(Averaging.WEIGHTED)));
    TextTable figures =
        new TextTable()
            .figure("subset accuracy", subsetAccuracy())
            .figure("Hamming loss", hammingLoss())
            .figure("ROC AUC", rocAuc(Averaging.MACRO))
            .figure("average precision", averagePrecision(Averaging.MACRO))
            .figure("log loss", logLoss())
            .figure("Brier score", brierScore());
    return table + ScoreTable.GAP + figures;
  }
}
