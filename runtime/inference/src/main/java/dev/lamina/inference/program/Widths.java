package dev.lamina.inference.program;

import dev.lamina.inference.step.Step;
import java.util.List;

/**
 * How many numbers a sample has on its way through a network.
 *
 * @param inputs where it comes in
 * @param outputs where it goes out
 * @param largest where it has most
 */
record Widths(int inputs, int outputs, int largest) {

  static Widths of(int inputs, List<Step> steps) {
    int width = inputs;
    int largest = inputs;
    for (Step step : steps) {
      width = step.width(width);
      largest = Math.max(largest, width);
    }
    return new Widths(inputs, width, largest);
  }
}
