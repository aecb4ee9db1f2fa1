package dev.lamina.training.evaluation;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.activation.Sigmoid;
import dev.lamina.dsl.activation.Softmax;
import dev.lamina.dsl.code.Code;
import dev.lamina.dsl.loss.TargetKind;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How well a network does on some data, in every way that its outputs allow: figures, curves, and
 * the fitting table in print.
 *
 * <p>It holds outputs and targets of all samples, 8 bytes for each number.
 */
public final class Report {

  private final Activation output;
  private final TargetKind kind;
  private final List<String> labels;
  private final double[][] outputs;
  private final double[][] targets;

  private Report(
      Activation output,
      TargetKind kind,
      List<String> labels,
      double[][] outputs,
      double[][] targets) {
    this.output = output;
    this.kind = kind;
    this.labels = List.copyOf(labels);
    this.outputs = outputs;
    this.targets = targets;
  }

  /**
   * Of all samples.
   *
   * @param output the activation of the outputs
   * @param kind what the targets say
   * @param labels the names of the classes; none to call them by their numbers
   * @param outputs {@code [samples][outputs]}; the caller gives the arrays away
   * @param targets {@code [samples][targets]}; the caller gives the arrays away
   */
  public static Report of(
      Activation output,
      TargetKind kind,
      List<String> labels,
      double[][] outputs,
      double[][] targets) {
    return new Report(output, kind, labels, outputs, targets);
  }

  /**
   * How well classes are predicted that exclude each other: after softmax, or after one sigmoid,
   * whose targets are rounded as accuracy rounds them.
   *
   * @throws InvalidDescriptionException if the network has other outputs, or one sigmoid learned
   *     numbers that are not 0 or 1
   */
  public ClassificationReport classification() {
    if (output instanceof Softmax) {
      int[] classes = Arrays.stream(targets).mapToInt(this::classOf).toArray();
      return ClassificationReport.of(classes, probabilities(), names(outputs[0].length));
    }
    require("classification()", isOneSigmoid(), "outputs of softmax, or of one sigmoid,");
    requireAnswers("classification()");
    int[] classes = Arrays.stream(targets).mapToInt(target -> isSo(target[0]) ? 1 : 0).toArray();
    double[] ones = Arrays.stream(probabilities()).mapToDouble(row -> row[0]).toArray();
    return ClassificationReport.of(classes, ones, names(2));
  }

  /**
   * How well labels are predicted of which a sample may have several: after several sigmoids, whose
   * targets are rounded as accuracy rounds them.
   *
   * @throws InvalidDescriptionException if the network has other outputs, or learned numbers that
   *     are not 0 or 1
   */
  public MultiLabelReport multiLabel() {
    boolean severalSigmoids = output instanceof Sigmoid && !isOneSigmoid();
    require("multiLabel()", severalSigmoids, "outputs of several sigmoids");
    requireAnswers("multiLabel()");
    boolean[][] actual = Arrays.stream(targets).map(Report::areSo).toArray(boolean[][]::new);
    return MultiLabelReport.of(actual, probabilities(), names(outputs[0].length));
  }

  /**
   * How far predicted numbers are from the targets: for every output with a target of its own but
   * after softmax.
   *
   * @throws InvalidDescriptionException if the network ends in softmax
   */
  public RegressionReport regression() {
    boolean numbers = !(output instanceof Softmax) && kind != TargetKind.CLASS_INDEX;
    require("regression()", numbers, "outputs that are numbers");
    return RegressionReport.of(targets, outputs);
  }

  /** Whether all outputs are finite: of a network that diverged some are not. */
  public boolean isFinite() {
    return Arrays.stream(outputs).flatMapToDouble(DoubleStream::of).allMatch(Double::isFinite);
  }

  /** The table that fits the outputs; of classes that exclude each other the counts too. */
  @Override
  public String toString() {
    if (output instanceof Softmax || (isOneSigmoid() && areAnswers())) {
      ClassificationReport classes = classification();
      return classes + ScoreTable.GAP + classes.confusion();
    }
    boolean several = output instanceof Sigmoid && areAnswers();
    return several ? multiLabel().toString() : regression().toString();
  }

  private boolean isOneSigmoid() {
    return output instanceof Sigmoid && outputs[0].length == 1;
  }

  /** Whether targets say of each output whether it is so. */
  private boolean areAnswers() {
    return kind == TargetKind.PROBABILITIES
        || Arrays.stream(targets)
            .flatMapToDouble(DoubleStream::of)
            .allMatch(target -> target == 0 || target == 1);
  }

  private void requireAnswers(String call) {
    if (!areAnswers()) {
      throw refusal(
          call,
          "needs targets that are 0 or 1 but the network learned other numbers.",
          "read `regression()`.");
    }
  }

  private void require(String call, boolean holds, String needed) {
    if (!holds) {
      throw refusal(
          call,
          "needs %s but the network ends in %d of `%s`."
              .formatted(needed, outputs[0].length, output.word()),
          "read `" + fitting() + "`.");
    }
  }

  private String fitting() {
    if (output instanceof Softmax || isOneSigmoid()) {
      return "classification()";
    }
    return output instanceof Sigmoid ? "multiLabel()" : "regression()";
  }

  private static InvalidDescriptionException refusal(String call, String finding, String fix) {
    return new InvalidDescriptionException(
        "`" + new Code(call) + "`", List.of(new Problem("The report", finding, fix)));
  }

  private List<String> names(int count) {
    return labels.size() == count
        ? labels
        : IntStream.range(0, count).mapToObj(String::valueOf).toList();
  }

  private int classOf(double[] target) {
    return kind == TargetKind.CLASS_INDEX
        ? (int) target[0]
        : IntStream.range(1, target.length)
            .reduce(0, (best, index) -> target[index] > target[best] ? index : best);
  }

  private static boolean isSo(double target) {
    return target > 0.5;
  }

  private static boolean[] areSo(double[] row) {
    boolean[] answers = new boolean[row.length];
    for (int i = 0; i < row.length; i++) {
      answers[i] = isSo(row[i]);
    }
    return answers;
  }

  /** The outputs; what single precision rounds to beyond 1 is 1. */
  private double[][] probabilities() {
    return Arrays.stream(outputs)
        .map(row -> Arrays.stream(row).map(one -> Math.min(one, 1)).toArray())
        .toArray(double[][]::new);
  }
}
