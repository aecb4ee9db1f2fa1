package dev.lamina.training.data.stream;

import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Preprocessing;
import java.util.ArrayList;
import java.util.List;

/**
 * The first samples of a stream in memory, none or some: what checks and listeners see of it.
 *
 * @param featureWidth how many features a sample has
 * @param targetWidth how many targets
 * @param features {@code [samples][features]}
 * @param targets {@code [samples][targets]}
 * @param weights {@code [samples]}; none where each counts 1
 * @param preprocessing that of the stream
 */
public record StreamHead(
    int featureWidth,
    int targetWidth,
    List<double[]> features,
    List<double[]> targets,
    List<Double> weights,
    Preprocessing preprocessing)
    implements Dataset {

  /** Copies the lists. */
  public StreamHead {
    features = List.copyOf(features);
    targets = List.copyOf(targets);
    weights = List.copyOf(weights);
  }

  /** At most so many samples from the start of a stream, of which one pass is opened. */
  public static StreamHead of(SampleStream stream, int samples) {
    List<double[]> features = new ArrayList<>();
    List<double[]> targets = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    try (SamplePass pass = stream.open()) {
      boolean goesOn = samples > 0;
      while (goesOn) {
        double[] nextFeatures = new double[stream.featureWidth()];
        double[] nextTargets = new double[stream.targetWidth()];
        goesOn = pass.read(nextFeatures, nextTargets);
        if (goesOn) {
          features.add(nextFeatures);
          targets.add(nextTargets);
          weights.add(pass.weight());
          goesOn = features.size() < samples;
        }
      }
    }
    return of(stream, features, targets, stream.isWeighted() ? weights : List.of());
  }

  /** No sample at all, of the same widths and preprocessing. */
  public static StreamHead empty(SampleStream stream) {
    return of(stream, List.of(), List.of(), List.of());
  }

  private static StreamHead of(
      SampleStream stream, List<double[]> features, List<double[]> targets, List<Double> weights) {
    return new StreamHead(
        stream.featureWidth(),
        stream.targetWidth(),
        features,
        targets,
        weights,
        stream.preprocessing());
  }

  @Override
  public int size() {
    return features.size();
  }

  @Override
  public void copyFeatures(int row, double[] into, int at) {
    System.arraycopy(features.get(row), 0, into, at, featureWidth);
  }

  @Override
  public void copyTargets(int row, double[] into, int at) {
    System.arraycopy(targets.get(row), 0, into, at, targetWidth);
  }

  /** Samples that count nothing are followed by others. */
  @Override
  public boolean isWeighted() {
    return weights.stream().anyMatch(weight -> weight != 0);
  }

  @Override
  public double weight(int row) {
    return weights.isEmpty() ? 1 : weights.get(row);
  }

  @Override
  public String toString() {
    return "StreamHead[samples %d, features %d, targets %d]"
        .formatted(size(), featureWidth, targetWidth);
  }
}
