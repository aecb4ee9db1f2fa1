package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.problem.Requirement;
import dev.lamina.inference.input.Normalization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A split that is about to be normalized, by figures of its training part. */
final class FittedSplit {

  private final Split split;
  private final Normalizer normalizer;
  private final Code call;
  private final int[] columns;

  private FittedSplit(Split split, Normalizer normalizer, Code call, int[] columns) {
    this.split = split;
    this.normalizer = normalizer;
    this.call = call;
    this.columns = columns;
  }

  /** With all of its features. */
  static FittedSplit of(Split split, Normalizer normalizer) {
    int[] all = IntStream.range(0, split.training().featureWidth()).toArray();
    return new FittedSplit(split, normalizer, Code.call("normalized", normalizer), all);
  }

  /** With some of its features. */
  static FittedSplit of(Split split, Normalizer normalizer, int[] columns) {
    List<Object> arguments = new ArrayList<>(List.of(normalizer));
    Arrays.stream(columns).forEach(arguments::add);
    Code call = Code.call("normalized", arguments);
    Requirement requirement = new Requirement(call);
    int width = split.training().featureWidth();
    requirement.that(
        columns.length > 0, "columns", "at least one", 0, "name the columns, counted from 0");
    for (int column : columns) {
      requirement.that(
          column >= 0 && column < width,
          "columns",
          "in [0, " + (width - 1) + "]",
          column,
          "name columns of the features, counted from 0");
    }
    return new FittedSplit(split, normalizer, call, columns.clone());
  }

  /** The split, each part of which is copied. */
  Split normalized() {
    requireUsable();
    Matrix training = Matrix.features(split.training());
    Normalization added = fitted(training);
    Normalization all = before().map(present -> joined(present, added)).orElse(added);
    return split.map(
        part -> {
          Matrix features = part == split.training() ? training : Matrix.features(part);
          return new CopiedFeatures(
              part, features.normalize(added), part.preprocessing().normalization(all));
        });
  }

  private Optional<Normalization> before() {
    return split.training().preprocessing().normalization();
  }

  private void requireUsable() {
    List<Problem> problems = new ArrayList<>(trainingProblems());
    split.validation().ifPresent(part -> problems.addAll(problems("Validation data", part)));
    split.test().ifPresent(part -> problems.addAll(problems("Test data", part)));
    before().ifPresent(present -> problems.addAll(normalizedTwice(present)));
    if (!problems.isEmpty()) {
      throw new InvalidDescriptionException("`" + call + "`", problems);
    }
  }

  private List<Problem> trainingProblems() {
    Dataset training = split.training();
    if (training.size() == 0) {
      String finding = "needs at least one sample but has none.";
      return List.of(new Problem("Training data", finding, "give samples."));
    }
    return Values.in(training, training.featureWidth(), Dataset::copyFeatures)
        .first(value -> !Double.isFinite(value))
        .map(found -> DataCheck.notFinite("Training data", found))
        .stream()
        .toList();
  }

  private List<Problem> problems(String where, Dataset part) {
    Dataset training = split.training();
    if (part.featureWidth() != training.featureWidth()) {
      String finding = "has %d features in each sample but the training data has %d.";
      return List.of(
          new Problem(
              where,
              finding.formatted(part.featureWidth(), training.featureWidth()),
              "give all parts the same features."));
    }
    boolean isAlike = part.preprocessing().normalization().equals(before());
    return isAlike
        ? List.of()
        : List.of(
            new Problem(
                where,
                "is not normalized as the training data is.",
                "split the data first, then normalize all of it by one call."));
  }

  private List<Problem> normalizedTwice(Normalization present) {
    boolean[] isKept = kept(present);
    return IntStream.of(columns)
        .filter(column -> !isKept[column])
        .mapToObj(
            column ->
                new Problem(
                    "Training data",
                    "has column %d (counted from 0) normalized already.".formatted(column),
                    "normalize each column once."))
        .limit(1)
        .toList();
  }

  private Normalization fitted(Matrix training) {
    double[] centers = new double[training.width()];
    double[] scales = new double[training.width()];
    Arrays.fill(scales, 1);
    for (int column : columns) {
      Normalizer.Fit fit = normalizer.fit(training.column(column));
      new Requirement(call).present("the fit of column " + column, fit);
      centers[column] = fit.center();
      scales[column] = fit.scale();
    }
    return new Normalization(centers, scales);
  }

  /** Both at once, since no column is in both. */
  private static Normalization joined(Normalization one, Normalization other) {
    boolean[] isKept = kept(one);
    double[] centers = one.centers();
    double[] scales = one.scales();
    double[] otherCenters = other.centers();
    double[] otherScales = other.scales();
    for (int column = 0; column < centers.length; column++) {
      centers[column] = isKept[column] ? otherCenters[column] : centers[column];
      scales[column] = isKept[column] ? otherScales[column] : scales[column];
    }
    return new Normalization(centers, scales);
  }

  /** Which columns it leaves as they are. */
  private static boolean[] kept(Normalization normalization) {
    double[] centers = normalization.centers();
    double[] scales = normalization.scales();
    boolean[] isKept = new boolean[centers.length];
    for (int column = 0; column < centers.length; column++) {
      isKept[column] = centers[column] == 0 && scales[column] == 1;
    }
    return isKept;
  }
}
