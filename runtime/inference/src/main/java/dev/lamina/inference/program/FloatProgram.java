package dev.lamina.inference.program;

import dev.lamina.inference.step.Step;
import java.util.ArrayList;
import java.util.List;

/** A network in single precision. */
final class FloatProgram implements Program<FloatBuffers> {

  private final FloatOperation[] operations;
  private final Widths widths;

  FloatProgram(int inputs, List<Step> steps) {
    List<FloatOperation> found = new ArrayList<>();
    int width = inputs;
    for (Step step : steps) {
      found.add(step.accept(new FloatOperations(width)));
      width = step.width(width);
    }
    this.operations = found.toArray(FloatOperation[]::new);
    this.widths = Widths.of(inputs, steps);
  }

  @Override
  public Widths widths() {
    return widths;
  }

  @Override
  public FloatBuffers buffers() {
    return new FloatBuffers(widths.largest());
  }

  @Override
  public void run(FloatBuffers buffers, int rows) {
    for (FloatOperation operation : operations) {
      if (rows == 1) {
        operation.alone(buffers);
      } else {
        operation.together(buffers, rows);
      }
    }
  }

  @Override
  public List<Step> steps() {
    return List.of(operations).stream().map(FloatOperation::step).toList();
  }
}
