package dev.lamina.training.evaluation;

import dev.lamina.dsl.metric.Averaging;
import dev.lamina.dsl.problem.Requirement;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well the class of samples is predicted, each of which is of one class: figures, curves, and
 * all of it as a printed table.
 *
 * <p>Classes are counted from 0; the class with the highest probability is predicted, the first of
 * several. It holds the probabilities of all samples. What counts hits and misses is read from
 * {@link #confusion}.
 */
public final class ClassificationReport {

  /** The distance of 1 from its neighbour, to which scikit-learn cuts probabilities. */
  private static final double CUT = Math.ulp(1.0);

  /** As many as in the paper of Guo et al. */
  private static final int BINS = 15;

  private final List<String> labels;
  private final int[] actual;
  private final double[][] probabilities;
  private final int[] predicted;
  private final ConfusionMatrix confusion;
  private final OneVersusRest each;

  private ClassificationReport(int[] actual, double[][] probabilities, List<String> labels) {
    this.labels = List.copyOf(labels);
    this.actual = actual;
    this.probabilities = probabilities;
    this.predicted = Arrays.stream(probabilities).mapToInt(ClassificationReport::highest).toArray();
    this.confusion = ConfusionMatrix.of(actual, predicted, labels);
    int first = labels.size() == 2 ? 1 : 0;
    this.each = new OneVersusRest((row, index) -> actual[row] == index, probabilities, first);
  }

  /**
   * Of the probability of each class, as softmax gives it.
   *
   * @param actual the class of each sample
   * @param probabilities {@code [samples][classes]}
   * @param labels the names of the classes, at least 2
   */
  public static ClassificationReport of(
      int[] actual, double[][] probabilities, List<String> labels) {
    ArrayCheck check = ArrayCheck.of("ClassificationReport.of(actual, probabilities, labels)");
    check.labels(labels, 2);
    check.classes("actual", actual, labels.size());
    check.rows("probabilities", probabilities, labels.size());
    check.asMany("probabilities", probabilities.length, actual.length);
    for (int row = 0; row < probabilities.length; row++) {
      check.probabilities("probabilities[" + row + "]", probabilities[row]);
    }
    double[][] copied = Arrays.stream(probabilities).map(double[]::clone).toArray(double[][]::new);
    return new ClassificationReport(actual.clone(), copied, labels);
  }

  /**
   * Of the probability of class 1 of two, as one sigmoid gives it.
   *
   * @param actual the class of each sample, 0 or 1
   * @param probabilities {@code [samples]}
   * @param labels the names of class 0 and class 1
   */
  public static ClassificationReport of(int[] actual, double[] probabilities, List<String> labels) {
    ArrayCheck check = ArrayCheck.of("ClassificationReport.of(actual, probabilities, labels)");
    check.numbers("probabilities", probabilities);
    double[][] both =
        Arrays.stream(probabilities)
            .mapToObj(one -> new double[] {1 - one, one})
            .toArray(double[][]::new);
    return of(actual, both, labels);
  }

  /** The names of the classes. */
  public List<String> labels() {
    return labels;
  }

  /** How many samples there are. */
  public int samples() {
    return actual.length;
  }

  /**
   * How often each class was predicted as each: accuracy, precision, recall, F1 and what else comes
   * from counts.
   */
  public ConfusionMatrix confusion() {
    return confusion;
  }

  /**
   * The share of samples whose class is among the {@code k} most probable ones.
   *
   * @param k from 1 to the number of classes
   */
  public double topKAccuracy(int k) {
    Requirement.of("topKAccuracy", k)
        .that(
            k >= 1 && k <= labels.size(),
            "k",
            "a whole number from 1 to " + labels.size(),
            k,
            "there are " + labels.size() + " classes");
    return share(row -> place(probabilities[row], actual[row]) < k);
  }

  /** How many classes are more probable than this one, or as probable and before it. */
  private static int place(double[] row, int index) {
    return (int)
        IntStream.range(0, row.length)
            .filter(other -> row[other] > row[index] || (row[other] == row[index] && other < index))
            .count();
  }

  /** Area under the ROC curve: {@link #rocAuc(Averaging)} with the mean over classes. */
  public double rocAuc() {
    return rocAuc(Averaging.MACRO);
  }

  /**
   * Area under the ROC curve of each class against all others, as one figure; of two classes that
   * of class 1, however averaged. NaN unless samples are of every class.
   */
  public double rocAuc(Averaging averaging) {
    return each.average(averaging, Ranking::rocArea);
  }

  /** Average precision, PR AUC: {@link #averagePrecision(Averaging)} with the mean over classes. */
  public double averagePrecision() {
    return averagePrecision(Averaging.MACRO);
  }

  /**
   * Average precision of each class against all others, as one figure; of two classes that of class
   * 1, however averaged.
   */
  public double averagePrecision(Averaging averaging) {
    return each.average(averaging, Ranking::averagePrecision);
  }

  /** The curve of this class against all others. */
  public RocCurve rocCurve(int index) {
    return RocCurve.of(each.ranking(ArrayCheck.index("rocCurve", index, labels)));
  }

  /** The curve of this class against all others. */
  public PrecisionRecallCurve precisionRecallCurve(int index) {
    return PrecisionRecallCurve.of(
        each.ranking(ArrayCheck.index("precisionRecallCurve", index, labels)));
  }

  /**
   * How often samples are of this class if it has a certain probability.
   *
   * @param bins how many bins, such as 10
   */
  public CalibrationCurve calibrationCurve(int index, int bins) {
    int checked = ArrayCheck.index("calibrationCurve", index, labels);
    return CalibrationCurve.of(each.actual(checked), each.scores(checked), bins);
  }

  /**
   * How often the predicted class is right if it has a certain probability (Guo et al. 2017).
   *
   * @param bins how many bins, such as 15
   */
  public CalibrationCurve confidenceCurve(int bins) {
    boolean[] right = new boolean[actual.length];
    double[] confidence = new double[actual.length];
    for (int row = 0; row < actual.length; row++) {
      right[row] = predicted[row] == actual[row];
      confidence[row] = probabilities[row][predicted[row]];
    }
    return CalibrationCurve.of(right, confidence, bins);
  }

  /** The expected calibration error of {@link #confidenceCurve} with 15 bins. */
  public double expectedCalibrationError() {
    return confidenceCurve(BINS).expectedError();
  }

  /** The mean over samples of {@code -ln p} of their class, p cut to [2^-52, 1 - 2^-52]. */
  public double logLoss() {
    return mean(
        row -> -Math.log(Math.min(Math.max(probabilities[row][actual[row]], CUT), 1 - CUT)));
  }

  /**
   * Brier score: the mean over samples of the squared error of the probability of class 1 of two;
   * of more classes, of the sum of squared errors over classes (Brier 1950).
   */
  public double brierScore() {
    int first = each.from();
    return mean(
        row ->
            IntStream.range(first, labels.size())
                .mapToDouble(index -> probabilities[row][index] - (actual[row] == index ? 1 : 0))
                .map(error -> error * error)
                .sum());
  }

  private double share(IntPredicate holds) {
    return mean(row -> holds.test(row) ? 1 : 0);
  }

  private double mean(IntToDoubleFunction figure) {
    return IntStream.range(0, actual.length).mapToDouble(figure).sum() / actual.length;
  }

  private static int highest(double[] row) {
    int best = 0;
    for (int i = 1; i < row.length; i++) {
      best = row[i] > row[best] ? i : best;
    }
    return best;
  }

  /** Precision, recall and F1 by class, their means, and the other figures. */
  @Override
  public String toString() {
    List<ClassScores> scores =
        IntStream.range(0, labels.size()).mapToObj(confusion::scores).toList();
    TextTable table =
        ScoreTable.of(labels, scores)
            .row("macro average", ScoreTable.cells(confusion.average(Averaging.MACRO)))
            .row("weighted average", ScoreTable.cells(confusion.average(Averaging.WEIGHTED)));
    TextTable figures =
        new TextTable()
            .figure("accuracy", confusion.accuracy())
            .figure("balanced accuracy", confusion.balancedAccuracy())
            .figure("Matthews correlation", confusion.matthewsCorrelation())
            .figure("Cohen's kappa", confusion.cohensKappa())
            .figure("ROC AUC", rocAuc())
            .figure("average precision", averagePrecision())
            .figure("log loss", logLoss())
            .figure("Brier score", brierScore())
            .figure("calibration error", expectedCalibrationError());
    return table + ScoreTable.GAP + figures;
  }
}
