package dev.lamina.training.data;

/**
 * What tells samples from others, of which nothing else is kept: how many there are, and a number
 * that comes from all of theirs in their order.
 *
 * <p>Other samples have another fingerprint but for one case in 2<sup>64</sup>, unless somebody
 * makes them so on purpose.
 *
 * @param samples how many samples
 * @param features how many features each has
 * @param targets how many targets each has
 * @param hash what comes from the numbers
 */
public record Fingerprint(int samples, int features, int targets, long hash) {

  /** That of this data, which is read once. */
  public static Fingerprint of(Dataset data) {
    int features = data.featureWidth();
    double[] sample = new double[features + data.targetWidth() + (data.isWeighted() ? 1 : 0)];
    long hash = 0;
    for (int row = 0; row < data.size(); row++) {
      data.copyFeatures(row, sample, 0);
      data.copyTargets(row, sample, features);
      if (data.isWeighted()) {
        sample[sample.length - 1] = data.weight(row);
      }
      for (double value : sample) {
        hash = mixed(hash + Double.doubleToLongBits(value));
      }
    }
    return new Fingerprint(data.size(), features, data.targetWidth(), hash);
  }

  /** Whether the other is of as many samples, as wide. */
  public boolean isSizeOf(Fingerprint other) {
    return samples == other.samples && features == other.features && targets == other.targets;
  }

  @Override
  public String toString() {
    return "%d samples of %d features and %d targets".formatted(samples, features, targets);
  }

  /**
   * The finalizer of SplitMix64 (Steele, Lea and Flood 2014): each bit changes half of the others.
   */
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
