package dev.lamina.training.metric;

import dev.lamina.training.data.Batch;
import dev.lamina.training.engine.Step;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The mean over outputs of what their squared errors say; NaN before the first sample. */
final class SquaresMeter implements Meter {

  private final Answers answers;
  private final ToDoubleFunction<Squares> figure;
  private List<Squares> outputs = List.of();

  SquaresMeter(Answers answers, ToDoubleFunction<Squares> figure) {
    this.answers = answers;
    this.figure = figure;
  }

  @Override
  public void add(Batch batch, Step step) {
    int width = step.outputs().length / batch.rows();
    if (outputs.isEmpty()) {
      outputs = Stream.generate(Squares::new).limit(width).toList();
    }
    for (int row = 0; row < batch.rows(); row++) {
      for (int i = 0; i < width; i++) {
        double target = answers.target(batch, row, i, width);
        outputs.get(i).add(step.outputs()[row * width + i], target);
      }
    }
  }

  @Override
  public void clear() {
    outputs = List.of();
  }

  @Override
  public void write(DataOutput output) throws IOException {
    output.writeInt(outputs.size());
    for (Squares each : outputs) {
      each.write(output);
    }
  }

  @Override
  public void read(ByteBuffer input) {
    int width = Meters.count(input, Squares.BYTES);
    outputs = Stream.generate(Squares::new).limit(width).toList();
    outputs.forEach(each -> each.read(input));
  }

  @Override
  public double value() {
    return outputs.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}
