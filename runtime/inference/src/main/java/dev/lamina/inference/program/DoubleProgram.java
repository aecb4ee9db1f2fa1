package dev.lamina.inference.program;

import dev.lamina.inference.step.Step;
import java.util.ArrayList;
import java.util.List;

/** A network in double precision. */
final class DoubleProgram implements Program<DoubleBuffers> {

  private final DoubleOperation[] operations;
  private final Widths widths;

  DoubleProgram(int inputs, List<Step> steps) {
    List<DoubleOperation> found = new ArrayList<>();
    int width = inputs;
    for (Step step : steps) {
      found.add(step.accept(new DoubleOperations(width)));
      width = step.width(width);
    }
    this.operations = found.toArray(DoubleOperation[]::new);
    this.widths = Widths.of(inputs, steps);
  }

  @Override
  public Widths widths() {
    return widths;
  }

  @Override
  public DoubleBuffers buffers() {
    return new DoubleBuffers(widths.largest());
  }

  @Override
  public void run(DoubleBuffers buffers, int rows) {
    for (DoubleOperation operation : operations) {
      if (rows == 1) {
        operation.alone(buffers);
      } else {
        operation.together(buffers, rows);
      }
    }
  }

  @Override
  public List<Step> steps() {
    return List.of(operations).stream().map(DoubleOperation::step).toList();
  }
}
