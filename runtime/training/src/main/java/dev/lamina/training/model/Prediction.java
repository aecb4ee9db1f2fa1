package dev.lamina.training.model;

import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Requirement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a network says of one sample: its outputs, and the classes that they stand for.
 *
 * <p>A value, equal to another with the same outputs.
 */
public final class Prediction {

  private final double[] outputs;
  private final OutputKind kind;

  Prediction(double[] outputs, OutputKind kind) {
    this.outputs = outputs;
    this.kind = kind;
  }

  /** The outputs as the network gives them, {@code [outputs]}. */
  public double[] outputs() {
    return outputs.clone();
  }

  /**
   * The output of a network that has one, such as of a regression.
   *
   * @throws InvalidDescriptionException if it has several
   */
  public double value() {
    if (outputs.length != 1) {
      throw kind.refusal(
          "gives " + outputs.length + " outputs, but `value()` is the only one there is.",
          "use `outputs()` for all of them, or `classification()` for the class.");
    }
    return outputs[0];
  }

  /**
   * The probability of each class, {@code [classes]}, which sum to 1; for a single sigmoid those of
   * class 0 and class 1.
   *
   * @throws InvalidDescriptionException if the network ends neither in softmax nor in one sigmoid
   */
  public double[] probabilities() {
    kind.requireClasses();
    return outputs.length == 1 ? new double[] {1 - outputs[0], outputs[0]} : outputs();
  }

  /**
   * The most probable class; of several, the first.
   *
   * @throws InvalidDescriptionException if the network ends neither in softmax nor in one sigmoid
   */
  public Classification classification() {
    kind.requireClasses();
    return Classification.of(outputs).named(kind.preprocessing());
  }

  /**
   * The most probable classes, the best first; equally probable ones in their order.
   *
   * @param k how many, at least 1; all where there are fewer
   * @throws InvalidDescriptionException if the network ends neither in softmax nor in one sigmoid
   */
  public List<Classification> top(int k) {
    Requirement.of("top", k).atLeast(1, "k", k, "give the number of classes, such as 3");
    double[] probabilities = probabilities();
    return IntStream.range(0, probabilities.length)
        .mapToObj(index -> new Classification(index, probabilities[index]))
        .map(each -> each.named(kind.preprocessing()))
        .sorted(Comparator.comparingDouble(Classification::probability).reversed())
        .limit(k)
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Prediction that && Arrays.equals(outputs, that.outputs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(outputs);
  }

  /** The most probable class, or the outputs where there are no classes. */
  @Override
  public String toString() {
    return kind.hasClasses() ? classification().toString() : Arrays.toString(outputs);
  }
}
