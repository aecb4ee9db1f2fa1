package dev.lamina.training.engine;

import dev.lamina.compiler.lowering.step.NetworkArrays;
import dev.lamina.compiler.lowering.step.PredictionProgram;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.training.data.Batch;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs programs of native calls, laid out for powers of two: whatever the number of rows, less than
 * half of the work is for nothing, and there are few programs.
 */
final class CompiledPrediction implements Prediction {

  private final Plan plan;
  private final NetworkArrays arrays;
  private final Map<Integer, PredictionProgram> programs = new HashMap<>();

  CompiledPrediction(Plan plan, NetworkArrays arrays) {
    this.plan = plan;
    this.arrays = arrays;
  }

  @Override
  public double[][] outputs(double[][] features, int from, int to) {
    return program(to - from).predict(features, from, to);
  }

  @Override
  public Compared compare(Batch batch) {
    PredictionProgram program = program(batch.rows());
    double[] outputs =
        program.compare(batch.features(), batch.targets(), batch.weights(), batch.rows());
    return new Compared(program.loss(), outputs);
  }

  private PredictionProgram program(int rows) {
    int size = rows == 1 ? 1 : Integer.highestOneBit(rows - 1) * 2;
    return programs.computeIfAbsent(size, each -> PredictionProgram.of(plan, each, arrays));
  }

  @Override
  public void close() {
    programs.values().forEach(PredictionProgram::close);
    programs.clear();
  }
}
