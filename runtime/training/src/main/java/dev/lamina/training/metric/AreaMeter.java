package dev.lamina.training.metric;

import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Step;
import dev.lamina.training.evaluation.RocCurve;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Area under the ROC curve, exact: it remembers the outputs of all samples. */
final class AreaMeter implements Meter {

  private static final int LEAST_CAPACITY = 1024;

  private final Answers answers;
  private int width;
  private int size;
  private double[] scores = {};
  private boolean[] actual = {};

  AreaMeter(Answers answers) {
    this.answers = answers;
  }

  @Override
  public void add(Batch batch, Step step) {
    double[] outputs = step.outputs();
    width = outputs.length / batch.rows();
    reserve(size + outputs.length);
    for (int row = 0; row < batch.rows(); row++) {
      int wanted = answers.exclude() ? answers.actual(batch, row) : 0;
      for (int i = 0; i < width; i++) {
        scores[size] = outputs[row * width + i];
        actual[size] =
            answers.exclude() ? i == wanted : Answers.isClass(answers.target(batch, row, i, width));
        size++;
      }
    }
  }

  private void reserve(int least) {
    if (least > scores.length) {
      int capacity = Math.max(LEAST_CAPACITY, Math.max(least, scores.length + scores.length / 2));
      scores = Arrays.copyOf(scores, capacity);
      actual = Arrays.copyOf(actual, capacity);
    }
  }

  @Override
  public void clear() {
    size = 0;
  }

  @Override
  public void write(DataOutput output) throws IOException {
    output.writeInt(width);
    output.writeInt(size);
    for (int i = 0; i < size; i++) {
      output.writeDouble(scores[i]);
      output.writeBoolean(actual[i]);
    }
  }

  @Override
  public void read(ByteBuffer input) {
    width = input.getInt();
    size = Meters.count(input, Double.BYTES + 1);
    if (size > 0 && (width < 1 || size % width > 0)) {
      throw new IllegalArgumentException("what was measured is of no whole samples");
    }
    reserve(size);
    for (int i = 0; i < size; i++) {
      scores[i] = input.getDouble();
      actual[i] = input.get() != 0;
    }
  }

  @Override
  public boolean isKnownMeanwhile() {
    return false;
  }

  /** The mean over classes; the second class of two. */
  @Override
  public double value() {
    if (size == 0) {
      return Double.NaN;
    }
    int first = answers.exclude() && width == 2 ? 1 : 0;
    double sum = 0;
    for (int i = first; i < width; i++) {
      sum += area(i);
    }
    return sum / (width - first);
  }

  private double area(int index) {
    boolean[] of = new boolean[size / width];
    double[] sure = new double[of.length];
    for (int row = 0; row < of.length; row++) {
      of[row] = actual[row * width + index];
      sure[row] = scores[row * width + index];
    }
    return RocCurve.area(of, sure);
  }
}
