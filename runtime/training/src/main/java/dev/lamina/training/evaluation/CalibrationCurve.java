package dev.lamina.training.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * How often what is predicted with a certain probability is so: of a calibrated network as often as
 * it says.
 *
 * @param bins the bins of [0, 1], all of the same width, that probabilities fall into, the lowest
 *     first; empty ones are left out
 */
public record CalibrationCurve(List<Bin> bins) {

  /** Copies the bins. */
  public CalibrationCurve {
    bins = List.copyOf(bins);
  }

  /**
   * Of one probability for each sample.
   *
   * @param actual whether what was predicted is so
   * @param probabilities with which probability it was predicted, in [0, 1]
   * @param bins how many bins, at least 1
   */
  public static CalibrationCurve of(boolean[] actual, double[] probabilities, int bins) {
    ArrayCheck check = ArrayCheck.of("CalibrationCurve.of(actual, probabilities, bins)");
    check.call().present("actual", actual).atLeast(1, "bins", bins, "give a number such as 10");
    check.numbers("probabilities", probabilities);
    check.asMany("probabilities", probabilities.length, actual.length);
    check.probabilities("probabilities", probabilities);
    double[] sums = new double[bins];
    long[] right = new long[bins];
    long[] samples = new long[bins];
    for (int i = 0; i < actual.length; i++) {
      int bin = bin(probabilities[i], bins);
      sums[bin] += probabilities[i];
      right[bin] += actual[i] ? 1 : 0;
      samples[bin]++;
    }
    List<Bin> filled = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      if (samples[bin] > 0) {
        filled.add(
            new Bin(sums[bin] / samples[bin], (double) right[bin] / samples[bin], samples[bin]));
      }
    }
    return new CalibrationCurve(filled);
  }

  /** The bin that a probability falls into, its upper edge included. */
  private static int bin(double probability, int bins) {
    int bin = (int) Math.min(probability * bins, bins - 1);
    while (bin > 0 && probability <= edge(bin, bins)) {
      bin--;
    }
    while (bin < bins - 1 && probability > edge(bin + 1, bins)) {
      bin++;
    }
    return bin;
  }

  private static double edge(int bin, int bins) {
    return bin * (1.0 / bins);
  }

  /**
   * Expected calibration error: the mean over samples of how far apart share and mean probability
   * of their bin are (Naeini, Cooper and Hauskrecht 2015).
   */
  public double expectedError() {
    double sum = 0;
    long samples = 0;
    for (Bin bin : bins) {
      sum += bin.samples * Math.abs(bin.share - bin.meanProbability);
      samples += bin.samples;
    }
    return sum / samples;
  }

  /**
   * The samples whose probabilities are near each other.
   *
   * @param meanProbability the mean of their probabilities
   * @param share the share of them for which the prediction is so
   * @param samples how many there are, at least 1
   */
  public record Bin(double meanProbability, double share, long samples) {}
}
