package dev.lamina.training.engine;

import dev.lamina.compiler.lowering.step.NetworkArrays;
import dev.lamina.compiler.lowering.step.StepProgram;
import dev.lamina.compiler.plan.Plan;
import dev.lamina.training.data.Batch;
import java.util.HashMap;
import java.util.Map;

/** Runs a program of native calls, laid out for each size of batch: full ones, and the last. */
final class CompiledBackpropagation implements Backpropagation {

  private static final int SIZES = 2;

  private final Plan plan;
  private final NetworkArrays arrays;
  private final Map<Integer, StepProgram> programs = new HashMap<>();

  CompiledBackpropagation(Plan plan, NetworkArrays arrays) {
    this.plan = plan;
    this.arrays = arrays;
  }

  @Override
  public Pass run(Batch batch, Watcher watcher) {
    StepProgram program = program(batch.rows());
    program.run(batch.features(), batch.targets(), batch.weights());
    Pass pass = new Pass(program.loss(), program.outputs(), program.isFinite());
    watcher.look(pass, program.activations());
    return pass;
  }

  private StepProgram program(int rows) {
    if (programs.size() == SIZES && !programs.containsKey(rows)) {
      close();
    }
    return programs.computeIfAbsent(rows, size -> StepProgram.of(plan, size, arrays));
  }

  @Override
  public void close() {
    programs.values().forEach(StepProgram::close);
    programs.clear();
  }
}
