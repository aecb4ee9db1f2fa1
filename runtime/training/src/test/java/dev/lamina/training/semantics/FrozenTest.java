package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.ones;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Metrics.loss;
import static dev.lamina.dsl.Metrics.training;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adaBelief;
import static dev.lamina.dsl.Optimizers.adaDelta;
import static dev.lamina.dsl.Optimizers.adaGrad;
import static dev.lamina.dsl.Optimizers.adaMax;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Optimizers.amsGrad;
import static dev.lamina.dsl.Optimizers.lion;
import static dev.lamina.dsl.Optimizers.momentum;
import static dev.lamina.dsl.Optimizers.nadam;
import static dev.lamina.dsl.Optimizers.nesterov;
import static dev.lamina.dsl.Optimizers.rmsProp;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.exact;
import static dev.lamina.training.semantics.ExactTraining.untrained;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingResult;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Weights;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Frozen layers: nothing of them moves, and the layers before them learn through them. */
class FrozenTest {

  private static final double[][] ROWS = {{1, -2}, {0.5, 1}, {-3, 0.25}};
  private static final double[] TARGETS = {1, -1, 0.5};
  private static final Dataset DATA = Dataset.of(ROWS, TARGETS);

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        sgd(0.1),
        momentum(0.1),
        nesterov(0.1),
        adaGrad(0.1),
        rmsProp(0.1),
        rmsProp(0.1).centered(),
        adam(0.1),
        adamW(0.1).weightDecay(0.1),
        amsGrad(0.1),
        adaMax(0.1),
        adaDelta(),
        nadam(0.1),
        lion(0.1),
        adaBelief(0.1));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void whatIsFrozenDoesNotMoveByABitWhileTheLayersAroundItLearn(Optimizer optimizer) {
    TrainingPlan plan = exact(training(meanSquaredError(), optimizer).epochs(3).batchSize(1));
    Model start = start(plan);

    TrainingResult result = Trainer.create().train(start, plan, DATA);

    Weights before = start.weights();
    Weights after = result.model().weights();
    for (String layer : before.layers()) {
      for (String parameter : before.parameters(layer)) {
        boolean still = layer.equals("middle") || layer.equals("norm");
        double[] was = before.values(layer, parameter);
        double[] is = after.values(layer, parameter);
        assertThat(is)
            .as(layer + "." + parameter)
            .satisfies(
                values -> {
                  if (still) {
                    assertThat(values).containsExactly(was);
                  } else {
                    assertThat(values).isNotEqualTo(was);
                  }
                });
      }
    }
  }

  @Test
  void eachFeatureOfFrozenNormalizationPassesItsOwnSlope() {
    Dense first = dense(2).noBias().named("first");
    Dense last = dense(1).noBias().initializer(ones()).frozen().named("last");
    TrainingPlan plan = exact(training(meanSquaredError(), sgd(0.1)));
    Network network = sequential(input(2), first, batchNorm().frozen().named("norm"), last);
    Weights weights =
        untrained(network, plan)
            .weights()
            .with("first", "kernel", new double[][] {{1, -0.5}, {0.25, 2}})
            .with("norm", "gamma", new double[] {2, -0.5})
            .with("norm", "movingMean", new double[] {1, 2})
            .with("norm", "movingVariance", new double[] {4, 0.25});
    Model start = untrained(network, plan).withWeights(weights);

    TrainingResult result = Trainer.create().train(start, plan, DATA);

    double[] scales = {2 / Math.sqrt(4 + 1e-5), -0.5 / Math.sqrt(0.25 + 1e-5)};
    double[][] expected = {{1, -0.5}, {0.25, 2}};
    for (int row = 0; row < 3; row++) {
      double slope = 2 * (start.predict(ROWS[row])[0] - TARGETS[row]) / 3;
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          expected[i][j] -= 0.1 * slope * scales[j] * ROWS[row][i];
        }
      }
    }
    double[][] kernel = result.model().weights().matrix("first", "kernel");
    assertThat(kernel[0]).containsExactly(expected[0], EXACT);
    assertThat(kernel[1]).containsExactly(expected[1], EXACT);
  }

  @Test
  void whatIsFrozenAddsNoPenaltyToTheLoss() {
    TrainingPlan plan = training(meanSquaredError(), sgd(0)).seed(3);
    Dense last = dense(1).named("last");
    Dense hidden = dense(2).named("hidden");
    Network frozen = sequential(input(2), hidden.l1(1).l2(2).biasL2(3).frozen(), last);
    Network plain = sequential(input(2), hidden, last);

    TrainingResult result = ExactTraining.train(frozen, plan, DATA);
    double expected = untrained(plain, plan).evaluate(DATA).loss();

    assertThat(result.history().values(training(loss())))
        .containsExactly(new double[] {expected}, EXACT);
    assertThat(result.model().evaluate(DATA).loss()).isCloseTo(expected, EXACT);
  }

  @Test
  void plainDl4jRestoresTheNetworkAndTrainsOnToTheSameBits(@TempDir Path folder)
      throws IOException {
    TrainingPlan plan = exact(training(meanSquaredError(), adam(0.05)).epochs(3).batchSize(2));
    Model model = Trainer.create().train(start(plan), plan, DATA).model();
    ComputationGraph uninterrupted = model.unwrap();
    File file = folder.resolve("network.zip").toFile();

    ModelSerializer.writeModel(uninterrupted, file, true);
    ComputationGraph resumed = ModelSerializer.restoreComputationGraph(file, true);
    fit(uninterrupted);
    fit(resumed);

    assertThat(resumed.params().toDoubleVector())
        .containsExactly(uninterrupted.params().toDoubleVector())
        .isNotEqualTo(model.unwrap().params().toDoubleVector());
    assertThat(resumed.getUpdater().getStateViewArray().toDoubleVector())
        .containsExactly(uninterrupted.getUpdater().getStateViewArray().toDoubleVector());
  }

  @Test
  void aSavedModelComesBackWithTheOptimizersState(@TempDir Path folder) {
    TrainingPlan plan = exact(training(meanSquaredError(), adam(0.05)).epochs(3).batchSize(2));
    Model model = Trainer.create().train(start(plan), plan, DATA).model();
    Path file = folder.resolve("model.lamina");

    model.save(file);
    Model loaded = Model.load(file);

    assertThat(loaded.network()).isEqualTo(model.network());
    assertThat(loaded.weights()).isEqualTo(model.weights());
    ComputationGraph one = model.unwrap();
    ComputationGraph other = loaded.unwrap();
    fit(one);
    fit(other);
    assertThat(other.params().toDoubleVector()).containsExactly(one.params().toDoubleVector());
  }

  /** Learning layers around frozen ones with penalties, and averages that no batch gave. */
  private static Model start(TrainingPlan plan) {
    Network network =
        sequential(
            input(2),
            dense(3).tanh().named("first"),
            dense(3)
                .l1(0.1)
                .l2(0.2)
                .weightDecay(0.4)
                .biasL2(0.3)
                .biasWeightDecay(0.5)
                .unitNorm()
                .frozen()
                .named("middle"),
            batchNorm().frozen().named("norm"),
            dense(1).named("last"));
    Model fresh = untrained(network, plan);
    return fresh.withWeights(
        fresh
            .weights()
            .with("middle", "bias", new double[] {0.5, -1, 2})
            .with("norm", "gamma", new double[] {2, 0.5, -1})
            .with("norm", "beta", new double[] {1, -3, 0.5})
            .with("norm", "movingMean", new double[] {3, 8, -1})
            .with("norm", "movingVariance", new double[] {4, 0.01, 1}));
  }

  private static void fit(ComputationGraph graph) {
    INDArray[] features = {Nd4j.createFromArray(ROWS)};
    INDArray[] targets = {Nd4j.createFromArray(TARGETS).reshape(3, 1)};
    for (int step = 0; step < 4; step++) {
      graph.fit(features, targets);
    }
  }
}
