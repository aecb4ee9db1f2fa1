package dev.lamina.benchmark.lamina;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Training.training;

import dev.lamina.compiler.Compiler;
import dev.lamina.compiler.lowering.Lowering;
import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;

/** From the description of a network of 20 layers to what DL4J runs, checks included. */
public class CompileBenchmark {

  /** Of four layers each. */
  private static final int UNITS = 5;

  /** Describes, checks and compiles. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  public ComputationGraphConfiguration compile() {
    List<Block> blocks = new ArrayList<>();
    for (int unit = 0; unit < UNITS - 1; unit++) {
      blocks.addAll(List.of(dense(64).l2(0.01), batchNorm(), relu(), dropout(0.3)));
    }
    blocks.addAll(List.of(dense(64), batchNorm(), relu(), dense(10).softmax()));
    Network network = sequential(input(64), blocks.toArray(Block[]::new));
    TrainingPlan plan = training(categoricalCrossEntropy(), adam(1e-3)).epochs(10).batchSize(32);
    return Lowering.lower(Compiler.compile(network, plan).plan());
  }
}
