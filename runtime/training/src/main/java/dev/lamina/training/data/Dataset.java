package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Samples, each a row of features and a row of targets.
 *
 * <p>Implementations must give the same rows in each call, from any thread. A training reads from
 * two threads, never at once, where reading takes so long that it is done while a step computes.
 */
public interface Dataset {

  /** How many samples there are. */
  int size();

  /** How many features each sample has. */
  int featureWidth();

  /** How many targets each sample has. */
  int targetWidth();

  /** Copies the features of sample {@code row}, counted from 0, to {@code into} from {@code at}. */
  void copyFeatures(int row, double[] into, int at);

  /** Copies the targets of sample {@code row}, counted from 0, to {@code into} from {@code at}. */
  void copyTargets(int row, double[] into, int at);

  /** Whether the losses of samples count differently; they count 1 each by default. */
  default boolean isWeighted() {
    return false;
  }

  /**
   * How much the loss of sample {@code row}, counted from 0, counts in the loss of a mini-batch and
   * of validation data: a finite number of at least 0, and 1 unless the data is weighted.
   */
  default double weight(int row) {
    return 1;
  }

  /**
   * The same samples, whose losses l count differently: the loss of n samples is {@code sum(w l) /
   * n}, as in Keras, in training and in validation. Metrics do not look at weights.
   *
   * <p>A sample of weight 2 moves weights as two of it would, and one of weight 0 does not move
   * them at all. The mean is not divided by the sum of the weights: scale them to a mean of 1 to
   * keep the size of steps.
   *
   * @param weights one for each sample, of at least 0 and not all 0, in place of those it had; they
   *     are copied
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException if they are not so
   */
  default Dataset weighted(double[] weights) {
    return WeightedDataset.of(this, weights);
  }

  /** What was done to the features, and what the classes are called; nothing by default. */
  default Preprocessing preprocessing() {
    return Preprocessing.none();
  }

  /** The names of the classes, in the order of their indices; none by default. */
  default List<String> labels() {
    return preprocessing().labels();
  }

  /**
   * Rows of features, each with a row of targets; the arrays are copied.
   *
   * @param features {@code [samples][features]}
   * @param targets {@code [samples][targets]}, one-hot for categorical cross-entropy
   */
  static Dataset of(double[][] features, double[][] targets) {
    return new ArrayDataset(Matrix.of("features", features), Matrix.of("targets", targets));
  }

  /**
   * Rows of features, each with one target; the arrays are copied.
   *
   * @param features {@code [samples][features]}
   * @param targets {@code [samples]}
   */
  static Dataset of(double[][] features, double[] targets) {
    return new ArrayDataset(Matrix.of("features", features), Matrix.column(targets));
  }

  /**
   * Rows of features, each with the index of its class; the arrays are copied.
   *
   * @param features {@code [samples][features]}
   * @param classes {@code [samples]}, counted from 0, for sparse categorical cross-entropy
   */
  static Dataset of(double[][] features, int[] classes) {
    return new ArrayDataset(Matrix.of("features", features), Matrix.column(classes));
  }

  /**
   * The samples from {@code from}, inclusive, to {@code to}, exclusive, counted from 0.
   *
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException if the range is not within the data
   */
  default Dataset rows(int from, int to) {
    Requirement.of("rows", from, to)
        .that(
            from >= 0 && from <= size(),
            "from",
            "in [0, " + size() + "]",
            from,
            "start within the data")
        .that(
            to >= from && to <= size(),
            "to",
            "in [" + from + ", " + size() + "]",
            to,
            "end within the data, and not before the start");
    return new Selection(this, IntStream.range(from, to).toArray());
  }

  /**
   * The samples of which this holds, in their order.
   *
   * @param condition what is asked of the number of a sample, counted from 0
   */
  default Dataset rowsWhere(IntPredicate condition) {
    Requirement.of("rowsWhere", condition).present("condition", condition);
    return new Selection(this, IntStream.range(0, size()).filter(condition).toArray());
  }

  /**
   * The same samples with classes of these names.
   *
   * @param names in the order of the indices of the classes, which differ
   */
  default Dataset labels(String... names) {
    new Requirement(new Code("labels(names)")).present("names", names);
    return new PreprocessedView(this, preprocessing().labels(Arrays.asList(names)));
  }

  /**
   * The samples in two parts at random, to learn from and for validation: see {@link
   * #split(Shares)}.
   */
  default Split split(double training, double validation) {
    return split(Splits.shares(training, validation));
  }

  /**
   * The samples in three parts at random, to learn from, for validation and for a test at the end:
   * see {@link #split(Shares)}.
   */
  default Split split(double training, double validation, double test) {
    return split(Splits.shares(training, validation, test));
  }

  /**
   * The samples in parts of these shares at random, each sample in exactly one; within a part they
   * keep their order.
   *
   * <p>Sizes are whole numbers by largest remainder. The same seed and number of samples give the
   * same parts.
   *
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException if a part would be empty, or the
   *     classes are to be kept and there are none, or one has fewer samples than there are parts
   */
  default Split split(Shares shares) {
    new Requirement(new Code("split(shares)")).present("shares", shares);
    return shares.split(this);
  }

  /** So many splits for cross-validation at random: see {@link #folds(Folds)}. */
  default List<Split> folds(int count) {
    return folds(Splits.folds(count));
  }

  /**
   * Splits for cross-validation at random: each holds another part of the samples for validation
   * and learns from the rest, so that each sample is in exactly one validation part. Sizes differ
   * by one at most.
   *
   * @throws dev.lamina.dsl.problem.InvalidDescriptionException if there are fewer samples than
   *     folds, or the classes are to be kept and there are none, or one has fewer samples than
   *     there are folds
   */
  default List<Split> folds(Folds folds) {
    new Requirement(new Code("folds(folds)")).present("folds", folds);
    return folds.splits(this);
  }
}
