package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;

/** What arrays must be like that hold samples one after the other. */
final class FlatArrays {

  private static final Requirement CALL =
      new Requirement(new Code("Dataset.flat(features, width, targets)"));

  private FlatArrays() {}

  /** The samples of these numbers. */
  static Dataset data(double[] features, int width, double[] targets) {
    int samples = samples(features.length, width);
    return new ArrayDataset(
        new Matrix(samples, width, features),
        new Matrix(samples, targetWidth(samples, targets.length), targets));
  }

  static void requirePresent(Object features, Object targets) {
    CALL.present("features", features).present("targets", targets);
  }

  private static int samples(int features, int width) {
    CALL.atLeast(1, "width", width, "give how many features each sample has")
        .that(
            features % width == 0,
            "features",
            "of whole samples of " + width + " numbers each",
            new Code(features + " numbers"),
            "give every sample the same number of values");
    return features / width;
  }

  private static int targetWidth(int samples, int targets) {
    boolean isWhole = samples == 0 ? targets == 0 : targets > 0 && targets % samples == 0;
    CALL.that(
        isWhole,
        "targets",
        "as many for each of the " + samples + " samples",
        new Code(targets + " numbers"),
        "give each sample its target");
    return samples == 0 ? 1 : targets / samples;
  }
}
