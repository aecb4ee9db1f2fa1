package dev.lamina.inference.program;

import dev.lamina.inference.step.Product;
import dev.lamina.inference.step.Step;
import java.util.List;

/**
 * How many numbers a sample has on its way through a network.
 *
 * @param inputs where it comes in
 * @param outputs where it goes out
 * @param largest where it has most
 * @param units how many the product with the most weights gives; 0 without a product
 */
record Widths(int inputs, int outputs, int largest, int units) {

  static Widths of(int inputs, List<Step> steps) {
    int width = inputs;
    int largest = inputs;
    int units = 0;
    long weights = 0;
    for (Step step : steps) {
      int next = step.width(width);
      if (step instanceof Product && (long) width * next > weights) {
        weights = (long) width * next;
        units = next;
      }
      width = next;
      largest = Math.max(largest, width);
    }
    return new Widths(inputs, width, largest, units);
  }
}
