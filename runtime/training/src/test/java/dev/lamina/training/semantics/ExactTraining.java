package dev.lamina.training.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.Seeds;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.data.Split;
import dev.lamina.training.loop.SampleOrder;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Weights;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Trainings in float64, whose numbers can be compared with ones worked out by hand. */
final class ExactTraining {

  /** How far numbers of size 1 may be from those worked out by hand. */
  static final Offset<Double> EXACT = within(1e-12);

  private ExactTraining() {}

  static TrainingResult train(Network network, TrainingPlan plan, Dataset training) {
    return train(network, plan, Split.of(training));
  }

  static TrainingResult train(Network network, TrainingPlan plan, Split split) {
    return Trainer.create().train(network, exact(plan), split);
  }

  /** The network with the weights that training by this plan starts from. */
  static Model untrained(Network network, TrainingPlan plan) {
    return Model.untrained(network, exact(plan));
  }

  static TrainingPlan exact(TrainingPlan plan) {
    return plan.precision(Precision.FLOAT64);
  }

  /** The plan with a seed by which the first epoch takes so many samples in their given order. */
  static TrainingPlan inGivenOrder(TrainingPlan plan, int samples) {
    int[] given = SampleOrder.asGiven(samples);
    return LongStream.iterate(1, seed -> seed + 1)
        .mapToObj(plan::seed)
        .filter(each -> Arrays.equals(given, order(each, samples)))
        .findFirst()
        .orElseThrow();
  }

  private static int[] order(TrainingPlan plan, int samples) {
    return SampleOrder.shuffled(samples, Seeds.sampleOrder(plan, 0));
  }

  /** The weights of a layer of one unit. */
  static double[] unitKernel(TrainingResult result, String layer) {
    return column(result.model().weights().matrix(layer, "kernel"), 0);
  }

  static double[][] kernel(TrainingResult result, String layer) {
    return result.model().weights().matrix(layer, "kernel");
  }

  static double[] vector(TrainingResult result, String layer, String parameter) {
    return result.model().weights().vector(layer, parameter);
  }

  /** Demands that the layer `unit` has learned what a unit in plain Java did. */
  static void assertUnit(TrainingResult result, PlainUnit expected) {
    assertThat(unitKernel(result, "unit")).containsExactly(expected.weights(), EXACT);
    assertThat(vector(result, "unit", "bias"))
        .containsExactly(new double[] {expected.bias()}, EXACT);
  }

  /** The rate by which the layer `unit` would move in the next update. */
  static double nextRate(Model model) {
    ComputationGraph graph = model.unwrap();
    return ((BaseLayer) graph.getLayer("unit").conf().getLayer())
        .getIUpdater()
        .getLearningRate(graph.getIterationCount(), graph.getEpochCount());
  }

  static Weights weights(TrainingResult result) {
    return result.model().weights();
  }

  static double[] column(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
  }
}
