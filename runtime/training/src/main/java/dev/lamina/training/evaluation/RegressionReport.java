package dev.lamina.training.evaluation;

import dev.lamina.dsl.problem.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far predicted numbers are from the targets: figures, and all of them as a printed table.
 *
 * @param samples how many samples they are of
 * @param outputs the figures of each output
 */
public record RegressionReport(int samples, List<RegressionScores> outputs) {

  /** Checks that there is an output, and copies the list. */
  public RegressionReport {
    Requirement.of("RegressionReport", samples, outputs)
        .that(!outputs.isEmpty(), "outputs", "at least one", 0, "give the figures of every output");
    outputs = List.copyOf(outputs);
  }

  /**
   * Of several outputs.
   *
   * @param actual the targets, {@code [samples][outputs]}
   * @param predicted the predictions, {@code [samples][outputs]}
   */
  public static RegressionReport of(double[][] actual, double[][] predicted) {
    ArrayCheck check = ArrayCheck.of("RegressionReport.of(actual, predicted)");
    check.call().present("actual", actual);
    int width = actual.length == 0 || actual[0] == null ? 1 : actual[0].length;
    check.rows("actual", actual, width);
    check.rows("predicted", predicted, width);
    check.asMany("predicted", predicted.length, actual.length);
    return new RegressionReport(
        actual.length,
        IntStream.range(0, width)
            .mapToObj(i -> RegressionScores.of(column(actual, i), column(predicted, i)))
            .toList());
  }

  /**
   * Of one output.
   *
   * @param actual the targets, {@code [samples]}
   * @param predicted the predictions, {@code [samples]}
   */
  public static RegressionReport of(double[] actual, double[] predicted) {
    ArrayCheck check = ArrayCheck.of("RegressionReport.of(actual, predicted)");
    check.numbers("actual", actual);
    check.numbers("predicted", predicted);
    check.asMany("predicted", predicted.length, actual.length);
    return new RegressionReport(actual.length, List.of(RegressionScores.of(actual, predicted)));
  }

  private static double[] column(double[][] rows, int index) {
    return IntStream.range(0, rows.length).mapToDouble(row -> rows[row][index]).toArray();
  }

  /** Each figure as its mean over outputs; the largest error of all. */
  public RegressionScores average() {
    return RegressionScores.average(outputs);
  }

  /** A row for each figure, a column for each output where there are several, and one for all. */
  @Override
  public String toString() {
    TextTable table = new TextTable();
    if (outputs.size() > 1) {
      List<String> names = new ArrayList<>();
      IntStream.range(0, outputs.size()).mapToObj(i -> "output " + i).forEach(names::add);
      names.add("average");
      table = table.row("", names);
    }
    return table
        .row("mean absolute error", cells(RegressionScores::meanAbsoluteError))
        .row("mean squared error", cells(RegressionScores::meanSquaredError))
        .row("root mean squared error", cells(RegressionScores::rootMeanSquaredError))
        .row("median absolute error", cells(RegressionScores::medianAbsoluteError))
        .row("max error", cells(RegressionScores::maxError))
        .row("mean absolute percentage error", cells(RegressionScores::meanAbsolutePercentageError))
        .row("R2", cells(RegressionScores::rSquared))
        .row("explained variance", cells(RegressionScores::explainedVariance))
        .row("samples", List.of(String.valueOf(samples)))
        .toString();
  }

  private List<String> cells(ToDoubleFunction<RegressionScores> figure) {
    List<String> cells = new ArrayList<>();
    outputs.forEach(each -> cells.add(TextTable.anyText(figure.applyAsDouble(each))));
    if (outputs.size() > 1) {
      cells.add(TextTable.anyText(figure.applyAsDouble(average())));
    }
    return cells;
  }
}
