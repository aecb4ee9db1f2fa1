package dev.lamina.training.loop;

import dev.lamina.training.data.Batch;
import dev.lamina.training.data.stream.SamplePass;
import dev.lamina.training.data.stream.SampleStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A pass through a stream whose samples are drawn from a buffer of bounded size. */
final class ShuffledPass implements AutoCloseable {

  private final SampleStream stream;
  private final SamplePass pass;
  private final SplittableRandom random;
  private final List<Sample> buffer = new ArrayList<>();
  private boolean isRead;

  /** The arrays of a sample, which are used again; that of weights holds one. */
  private record Sample(double[] features, double[] targets, double[] weight) {}

  ShuffledPass(SampleStream stream, long seed) {
    this.stream = stream;
    this.random = new SplittableRandom(seed);
    this.pass = stream.open();
  }

  /** Copies a sample drawn from the buffer into this row, and says whether there was one left. */
  boolean next(Batch batch, int row) {
    fill();
    if (buffer.isEmpty()) {
      return false;
    }
    int drawn = random.nextInt(buffer.size());
    Sample sample = buffer.get(drawn);
    int featureWidth = sample.features().length;
    int targetWidth = sample.targets().length;
    System.arraycopy(sample.features(), 0, batch.features(), row * featureWidth, featureWidth);
    System.arraycopy(sample.targets(), 0, batch.targets(), row * targetWidth, targetWidth);
    if (batch.isWeighted()) {
      batch.weights()[row] = sample.weight()[0];
    }
    replace(drawn, sample);
    return true;
  }

  @Override
  public void close() {
    pass.close();
  }

  private void fill() {
    while (!isRead && buffer.size() < stream.shuffleBuffer()) {
      Sample sample =
          new Sample(
              new double[stream.featureWidth()], new double[stream.targetWidth()], new double[1]);
      if (read(sample)) {
        buffer.add(sample);
      }
    }
  }

  private void replace(int drawn, Sample sample) {
    if (isRead || !read(sample)) {
      Sample last = buffer.remove(buffer.size() - 1);
      if (drawn < buffer.size()) {
        buffer.set(drawn, last);
      }
    }
  }

  private boolean read(Sample sample) {
    isRead = !pass.read(sample.features(), sample.targets());
    if (!isRead) {
      sample.weight()[0] = pass.weight();
    }
    return !isRead;
  }
}
