package dev.lamina.training.data;

import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.problem.Requirement;
import java.util.Arrays;

/** Samples of another data set, whose losses count differently. */
final class WeightedDataset implements DatasetView {

  private static final Requirement CALL = new Requirement(new Code("weighted(weights)"));
  private static final String FIX = "give how much each sample counts, such as 1 or 2.5";

  private final Dataset samples;
  private final double[] weights;

  private WeightedDataset(Dataset samples, double[] weights) {
    this.samples = samples;
    this.weights = weights;
  }

  /** Checks and copies the weights. */
  static Dataset of(Dataset samples, double[] given) {
    CALL.present("weights", given);
    double[] weights = given.clone();
    CALL.that(
        weights.length == samples.size(),
        "weights",
        "as many as the samples, which are " + samples.size() + ",",
        weights.length,
        "give each sample its weight");
    for (int row = 0; row < weights.length; row++) {
      CALL.notNegative("weights[" + row + "]", weights[row], FIX);
    }
    boolean counts = weights.length == 0 || Arrays.stream(weights).anyMatch(each -> each > 0);
    CALL.that(counts, "weights", "above 0 for at least one sample", 0.0, FIX);
    return new WeightedDataset(samples, weights);
  }

  @Override
  public Dataset all() {
    return samples;
  }

  @Override
  public boolean isWeighted() {
    return true;
  }

  @Override
  public double weight(int row) {
    return weights[row];
  }

  @Override
  public String toString() {
    return samples + " weighted";
  }
}
