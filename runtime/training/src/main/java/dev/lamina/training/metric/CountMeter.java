package dev.lamina.training.metric;

import dev.lamina.dsl.metric.Averaging;
import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Step;
import dev.lamina.training.evaluation.ClassCounts;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A score of how often each class was predicted, and was right; NaN before the first sample. */
final class CountMeter implements Meter {

  private final Answers answers;
  private final Averaging averaging;
  private final ToDoubleFunction<ClassCounts> score;
  private long[] right = {};
  private long[] predicted = {};
  private long[] actual = {};

  CountMeter(Answers answers, Averaging averaging, ToDoubleFunction<ClassCounts> score) {
    this.answers = answers;
    this.averaging = averaging;
    this.score = score;
  }

  @Override
  public void add(Batch batch, Step step) {
    int width = step.outputs().length / batch.rows();
    if (right.length != width) {
      right = new long[width];
      predicted = new long[width];
      actual = new long[width];
    }
    for (int row = 0; row < batch.rows(); row++) {
      if (answers.exclude()) {
        countClass(Answers.predicted(step.outputs(), row, width), answers.actual(batch, row));
      } else {
        countOutputs(batch, step.outputs(), row, width);
      }
    }
  }

  private void countClass(int found, int wanted) {
    predicted[found]++;
    actual[wanted]++;
    right[found] += found == wanted ? 1 : 0;
  }

  private void countOutputs(Batch batch, double[] outputs, int row, int width) {
    for (int i = 0; i < width; i++) {
      boolean found = Answers.isClass(outputs[row * width + i]);
      boolean wanted = Answers.isClass(answers.target(batch, row, i, width));
      predicted[i] += found ? 1 : 0;
      actual[i] += wanted ? 1 : 0;
      right[i] += found && wanted ? 1 : 0;
    }
  }

  @Override
  public void clear() {
    Arrays.fill(right, 0);
    Arrays.fill(predicted, 0);
    Arrays.fill(actual, 0);
  }

  @Override
  public void write(DataOutput output) throws IOException {
    output.writeInt(right.length);
    for (int i = 0; i < right.length; i++) {
      output.writeLong(right[i]);
      output.writeLong(predicted[i]);
      output.writeLong(actual[i]);
    }
  }

  @Override
  public void read(ByteBuffer input) {
    int width = Meters.count(input, 3 * Long.BYTES);
    right = new long[width];
    predicted = new long[width];
    actual = new long[width];
    for (int i = 0; i < width; i++) {
      right[i] = input.getLong();
      predicted[i] = input.getLong();
      actual[i] = input.getLong();
    }
  }

  @Override
  public double value() {
    List<ClassCounts> counts =
        IntStream.range(0, right.length)
            .mapToObj(i -> new ClassCounts(right[i], predicted[i], actual[i]))
            .toList();
    return counts.isEmpty() ? Double.NaN : ClassCounts.average(averaging, counts, score);
  }
}
