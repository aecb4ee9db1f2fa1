package dev.lamina.training.semantics;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
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
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.model.Model;
import dev.lamina.training.model.Weights;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Clipping whose limit no gradient reaches changes no bit of what any optimizer does. */
class FarClippingTest {

  private static final double FAR = 1e6;
  private static final Dataset DATA = RandomRun.samples(21);
  private static final Network NETWORK =
      sequential(
          input(4),
          dense(6).l1(1e-3).l2(1e-2),
          batchNorm(),
          relu(),
          dropout(0.3),
          dense(1).l2(1e-2).sigmoid());

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        sgd(0.1),
        momentum(0.1),
        nesterov(0.1),
        adaGrad(),
        rmsProp(),
        adam(),
        adamW(),
        amsGrad(),
        adaMax(),
        adaDelta(),
        nadam(),
        lion(),
        adaBelief());
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void everyOptimizerDoesWhatItDoesWithoutClipping(Optimizer optimizer) {
    TrainingPlan plan =
        training(binaryCrossEntropy(), optimizer)
            .epochs(3)
            .batchSize(8)
            .precision(Precision.FLOAT64);
    Weights plain = weights(plan);

    Stream<Weights> clipped =
        Stream.of(plan.clipValue(FAR), plan.clipNorm(FAR), plan.clipGlobalNorm(FAR))
            .map(FarClippingTest::weights);

    assertThat(clipped).hasSize(3).allMatch(plain::equals);
    assertThat(plain).isNotEqualTo(Model.untrained(NETWORK, plan).weights());
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void clippedTrainingGivesTheSameBitsAgain(Precision precision) {
    TrainingPlan plan = RandomRun.PLAN.clipGlobalNorm(0.1).precision(precision);

    Weights once = RandomRun.weights(plan);
    Weights again = RandomRun.weights(plan);

    assertThat(again).isEqualTo(once);
    assertThat(again).isNotEqualTo(RandomRun.weights(RandomRun.PLAN.precision(precision)));
  }

  @Test
  void aSavedModelKeepsThePlanThatClips(@TempDir Path folder) {
    TrainingPlan plan = training(binaryCrossEntropy(), adam()).clipGlobalNorm(0.5);
    Model model = Trainer.create().train(NETWORK, plan, DATA).model();
    Path file = folder.resolve("clipped.lamina");

    model.save(file);

    Model loaded = Model.load(file);
    assertThat(loaded.plan()).isEqualTo(plan);
    assertThat(loaded.weights()).isEqualTo(model.weights());
  }

  private static Weights weights(TrainingPlan plan) {
    return Trainer.create().train(NETWORK, plan, DATA).model().weights();
  }
}
