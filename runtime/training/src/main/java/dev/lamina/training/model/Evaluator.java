package dev.lamina.training.model;

import dev.lamina.dsl.activation.Activation;
import dev.lamina.dsl.metric.DataPart;
import dev.lamina.dsl.metric.Metric;
import dev.lamina.dsl.metric.Monitor;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.problem.InvalidDescriptionException;
import dev.lamina.dsl.problem.Problem;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.data.Batch;
import dev.lamina.training.data.DataCheck;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.engine.Engine;
import dev.lamina.training.engine.Step;
import dev.lamina.training.evaluation.Report;
import dev.lamina.training.loop.Batches;
import dev.lamina.training.loop.SampleOrder;
import dev.lamina.training.metric.Meters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Measures a network, as it predicts, on data that it does not learn from.
 *
 * @param network the network
 * @param plan what is measured
 * @param engine the network with its weights
 */
public record Evaluator(Network network, TrainingPlan plan, Engine engine) {

  static final int ROWS_AT_ONCE = 1024;

  /** The loss and the metrics of the plan on this data, which is checked first. */
  Evaluation evaluate(Dataset data) {
    requireValid(data);
    Map<Metric, Double> values = new LinkedHashMap<>();
    measure(DataPart.VALIDATION, data)
        .forEach((monitor, value) -> values.put(monitor.metric(), value));
    return new Evaluation(values);
  }

  private void requireValid(Dataset data) {
    List<Problem> problems = DataCheck.problems(network, plan, data);
    if (!problems.isEmpty()) {
      throw new InvalidDescriptionException(
          "Evaluation of network `" + network.name() + "`", problems);
    }
  }

  /** Every figure that the outputs for this data allow, which is checked first. */
  Report report(Dataset data) {
    requireValid(data);
    double[][] outputs = new double[data.size()][];
    double[][] targets = new double[data.size()][];
    try (Batches batches = batches(data)) {
      for (int number = 0; number < batches.count(); number++) {
        Batch batch = batches.get(number);
        int from = number * ROWS_AT_ONCE;
        copyRows(engine.evaluate(batch).outputs(), batch.rows(), outputs, from);
        copyRows(batch.targets(), batch.rows(), targets, from);
      }
    }
    Activation output = network.outline().last().layer().outputActivation();
    return Report.of(output, plan.loss().targets(), data.labels(), outputs, targets);
  }

  private static void copyRows(double[] rowByRow, int rows, double[][] into, int from) {
    int width = rowByRow.length / rows;
    for (int row = 0; row < rows; row++) {
      into[from + row] = Arrays.copyOfRange(rowByRow, row * width, (row + 1) * width);
    }
  }

  /** The loss and the metrics of the plan on this data. */
  private Map<Monitor, Double> measure(DataPart part, Dataset data) {
    try (Batches batches = batches(data)) {
      return measure(Meters.of(part, network, plan), batches, engine::evaluate);
    }
  }

  /** Samples in batches that memory is sure to hold, to be measured and closed. */
  public static Batches batches(Dataset data) {
    return new Batches(data, SampleOrder.asGiven(data.size()), ROWS_AT_ONCE);
  }

  /**
   * What these meters, which start anew, measure on these samples.
   *
   * @param step how a batch is compared with its targets
   */
  public static Map<Monitor, Double> measure(
      Meters meters, Batches batches, Function<Batch, Step> step) {
    meters.clear();
    for (int number = 0; number < batches.count(); number++) {
      Batch batch = batches.get(number);
      meters.add(batch, step.apply(batch));
    }
    return meters.values();
  }
}
