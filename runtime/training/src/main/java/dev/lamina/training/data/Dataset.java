package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
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

  /** The same in single precision, which is widened: see {@link #of(double[][], double[][])}. */
  static Dataset of(float[][] features, float[][] targets) {
    return new ArrayDataset(Matrix.of("features", features), Matrix.of("targets", targets));
  }

  /** Rows of features, each with one target: see {@link #of(float[][], float[][])}. */
  static Dataset of(float[][] features, float[] targets) {
    return new ArrayDataset(Matrix.of("features", features), Matrix.column(targets));
  }

  /** Rows of features, each with the index of its class: see {@link #of(double[][], int[])}. */
  static Dataset of(float[][] features, int[] classes) {
    return new ArrayDataset(Matrix.of("features", features), Matrix.column(classes));
  }

  /**
   * Rows of features, each with the name of its class, for sparse categorical cross-entropy, or for
   * binary cross-entropy where there are two; the arrays are copied.
   *
   * <p>The classes are those that the samples have, in the order of {@link String#compareTo}, as in
   * scikit-learn; {@link #labels()} says them. Data that may lack one of them is given all, by
   * {@link #of(double[][], String[], List)}.
   *
   * @param features {@code [samples][features]}
   * @param labels {@code [samples]}
   */
  static Dataset of(double[][] features, String[] labels) {
    Matrix rows = Matrix.of("features", features);
    Matrix.CALL.present("labels", labels);
    return ClassNames.of(Arrays.asList(labels), Matrix.CALL).data(rows);
  }

  /**
   * Rows of features, each with the name of its class: see {@link #of(double[][], String[])}.
   *
   * @param classes the names of all classes, in the order of their indices
   */
  static Dataset of(double[][] features, String[] labels, List<String> classes) {
    Matrix rows = Matrix.of("features", features);
    Matrix.CALL.present("labels", labels);
    return ClassNames.of(Arrays.asList(labels), classes, Matrix.CALL).data(rows);
  }

  /**
   * Samples one after the other, each with as many targets as the numbers allow; the arrays are
   * copied.
   *
   * @param features those of all samples
   * @param width how many each sample has
   * @param targets those of all samples
   */
  static Dataset flat(double[] features, int width, double[] targets) {
    FlatArrays.requirePresent(features, targets);
    return FlatArrays.data(features.clone(), width, targets.clone());
  }

  /** The same in single precision: see {@link #flat(double[], int, double[])}. */
  static Dataset flat(float[] features, int width, float[] targets) {
    FlatArrays.requirePresent(features, targets);
    return FlatArrays.data(Matrix.widened(features), width, Matrix.widened(targets));
  }

  /** The same with the index of the class of each: see {@link #flat(double[], int, double[])}. */
  static Dataset flat(float[] features, int width, int[] classes) {
    FlatArrays.requirePresent(features, classes);
    return FlatArrays.data(Matrix.widened(features), width, Matrix.widened(classes));
  }

  /**
   * Samples of any type, each of which is asked once.
   *
   * @param samples such as records
   * @param features the features of a sample, as many for each
   * @param target what is to be learned, such as a number or the index of a class
   */
  static <T> Dataset of(
      List<? extends T> samples,
      Function<? super T, double[]> features,
      ToDoubleFunction<? super T> target) {
    Matrix.CALL
        .present("samples", samples)
        .present("features", features)
        .present("target", target)
        .allPresent("sample", samples);
    Matrix rows = Matrix.of("features", samples.stream().<double[]>map(features).toList());
    return new ArrayDataset(rows, Matrix.column(samples.stream().mapToDouble(target).toArray()));
  }

  /**
   * Samples of any type, with the names of their classes: see {@link #of(List, Function,
   * ToDoubleFunction)} and {@link #of(double[][], String[])}.
   *
   * @param label the name of the class of a sample
   */
  static <T> Dataset labelled(
      List<? extends T> samples,
      Function<? super T, double[]> features,
      Function<? super T, String> label) {
    Matrix.CALL
        .present("samples", samples)
        .present("features", features)
        .present("label", label)
        .allPresent("sample", samples);
    Matrix rows = Matrix.of("features", samples.stream().<double[]>map(features).toList());
    List<String> labels = samples.stream().<String>map(label).toList();
    return ClassNames.of(labels, Matrix.CALL).data(rows);
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

  /** Parts to learn from and for validation, at random: see {@link #split(Shares)}. */
  default Split split(double training, double validation) {
    return split(Splits.shares(training, validation));
  }

  /** Parts to learn from, for validation and for a test at the end: see {@link #split(Shares)}. */
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
