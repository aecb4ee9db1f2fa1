package dev.lamina.training.evaluation;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.metric.Averaging;
import dev.lamina.dsl.problem.Requirement;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many samples of each class were predicted as each class; prints itself as a table.
 *
 * <p>Classes are counted from 0. What would be divided by 0 is 0, as in scikit-learn, unless it
 * says otherwise.
 *
 * @param labels the names of the classes
 * @param counts a row for each class that samples are of, in it a number for each predicted class
 */
public record ConfusionMatrix(List<String> labels, List<List<Long>> counts) {

  /** Checks that the counts are a square as wide as there are labels, and copies them. */
  public ConfusionMatrix {
    Requirement call = new Requirement(new Code("ConfusionMatrix(labels, counts)"));
    call.present("labels", labels).present("counts", counts);
    int classes = labels.size();
    boolean square =
        counts.size() == classes && counts.stream().allMatch(row -> row.size() == classes);
    call.that(
        square,
        "counts",
        "a row and a column for each of the " + classes + " labels",
        counts,
        "count every class against every class");
    labels = List.copyOf(labels);
    counts = counts.stream().map(List::copyOf).toList();
  }

  /**
   * Counts samples.
   *
   * @param actual the class of each sample
   * @param predicted the class that was predicted for it
   * @param labels the names of the classes
   */
  public static ConfusionMatrix of(int[] actual, int[] predicted, List<String> labels) {
    ArrayCheck check = ArrayCheck.of("ConfusionMatrix.of(actual, predicted, labels)");
    check.labels(labels, 1);
    check.classes("actual", actual, labels.size());
    check.classes("predicted", predicted, labels.size());
    check.asMany("predicted", predicted.length, actual.length);
    long[][] counts = new long[labels.size()][labels.size()];
    for (int i = 0; i < actual.length; i++) {
      counts[actual[i]][predicted[i]]++;
    }
    return new ConfusionMatrix(
        labels, IntStream.range(0, counts.length).mapToObj(row -> boxed(counts[row])).toList());
  }

  private static List<Long> boxed(long[] row) {
    return LongStream.of(row).boxed().toList();
  }

  /** How many samples of class {@code actual} were predicted as class {@code predicted}. */
  public long count(int actual, int predicted) {
    return counts.get(checked(actual)).get(checked(predicted));
  }

  /** How many samples there are. */
  public long samples() {
    return classes().mapToLong(this::actual).sum();
  }

  /** Precision, recall and F1 of this class. */
  public ClassScores scores(int index) {
    return counted(checked(index)).scores();
  }

  /** Precision, recall and F1 of all classes as one; micro, each is the accuracy. */
  public ClassScores average(Averaging averaging) {
    return ClassCounts.average(averaging, classes().mapToObj(this::counted).toList());
  }

  /** The share of samples whose class was predicted; NaN without samples. */
  public double accuracy() {
    return (double) right() / samples();
  }

  /** The mean recall of the classes that samples are of; NaN without samples. */
  public double balancedAccuracy() {
    return classes()
        .filter(index -> actual(index) > 0)
        .mapToDouble(index -> counted(index).recall())
        .average()
        .orElse(Double.NaN);
  }

  /**
   * Matthews's correlation coefficient of right and predicted classes, in [-1, 1]; 0 if all samples
   * are of one class or predicted as one (Gorodkin 2004 for more than two classes).
   */
  public double matthewsCorrelation() {
    double samples = samples();
    double actual = samples * samples - products(this::actual, this::actual);
    double predicted = samples * samples - products(this::predicted, this::predicted);
    double both = right() * samples - products(this::actual, this::predicted);
    return actual * predicted == 0 ? 0 : both / Math.sqrt(actual * predicted);
  }

  /**
   * Cohen's kappa, {@code (accuracy - chance) / (1 - chance)} with the accuracy that chance would
   * give; NaN if that is 1, since all samples are and were predicted as one class.
   */
  public double cohensKappa() {
    double samples = samples();
    double chance = products(this::actual, this::predicted);
    return (right() * samples - chance) / (samples * samples - chance);
  }

  /** The sum over classes of how often each occurs times how often it occurs. */
  private double products(IntToLongFunction one, IntToLongFunction other) {
    return classes()
        .mapToDouble(index -> (double) one.applyAsLong(index) * other.applyAsLong(index))
        .sum();
  }

  private long right() {
    return classes().mapToLong(index -> counts.get(index).get(index)).sum();
  }

  private long actual(int index) {
    return counts.get(index).stream().mapToLong(Long::longValue).sum();
  }

  private long predicted(int index) {
    return counts.stream().mapToLong(row -> row.get(index)).sum();
  }

  private ClassCounts counted(int index) {
    return new ClassCounts(counts.get(index).get(index), predicted(index), actual(index));
  }

  private IntStream classes() {
    return IntStream.range(0, labels.size());
  }

  private int checked(int index) {
    return ArrayCheck.index("class", index, labels);
  }

  /** A row for each class that samples are of, a column for each that was predicted. */
  @Override
  public String toString() {
    TextTable table = new TextTable().row("actual \\ predicted", labels);
    for (int row = 0; row < labels.size(); row++) {
      table = table.row(labels.get(row), counts.get(row).stream().map(String::valueOf).toList());
    }
    return table.toString();
  }
}
