package dev.lamina.compiler.lowering;

import static dev.lamina.dsl.Initializers.uniform;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.compiler.lowering.layer.FrozenBatchNormalization;
import dev.lamina.compiler.lowering.layer.TextbookDense;
import dev.lamina.compiler.lowering.updater.Frozen;
import dev.lamina.compiler.lowering.updater.TextbookAdam;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;

class FrozenLoweringTest {

  @Test
  void frozenBatchNormalizationKeepsItsNumbersAndNoneOfThemMoves() {
    FrozenBatchNormalization layer = Lowered.layer(frozen(), "it", FrozenBatchNormalization.class);

    assertThat(layer.getNIn()).isEqualTo(3);
    assertThat(layer.getNOut()).isEqualTo(3);
    assertThat(layer.getDecay()).isEqualTo(0.9);
    assertThat(layer.getEps()).isEqualTo(1e-3);
    assertThat(layer.isUseLogStd()).isFalse();
    for (String key : List.of("gamma", "beta", "mean", "var")) {
      assertThat(layer.getUpdaterByParam(key)).isEqualTo(new Frozen());
      assertThat(layer.getRegularizationByParam(key)).isNullOrEmpty();
    }
  }

  @Test
  void itComesBackFromJsonAsItWas() {
    ComputationGraphConfiguration configuration = frozen();

    ComputationGraphConfiguration back =
        ComputationGraphConfiguration.fromJson(configuration.toJson());

    assertThat(back.toJson()).isEqualTo(configuration.toJson());
    assertThat(Lowered.layer(back, "it", FrozenBatchNormalization.class))
        .isEqualTo(Lowered.layer(configuration, "it", FrozenBatchNormalization.class));
  }

  @Test
  void itDiffersFromOneThatLearns() {
    BatchNormalization learning =
        Lowered.layer(
            Lowered.network(dense(3), batchNorm().named("it"), dense(1)),
            "it",
            BatchNormalization.class);
    FrozenBatchNormalization frozen = FrozenBatchNormalization.of(3, 0.99, 1e-5);

    assertThat(frozen).isNotEqualTo(learning).isEqualTo(FrozenBatchNormalization.of(3, 0.99, 1e-5));
    assertThat(frozen).hasSameHashCodeAs(FrozenBatchNormalization.of(3, 0.99, 1e-5));
    assertThat(learning).isNotEqualTo(frozen);
    assertThat(frozen).isNotEqualTo(FrozenBatchNormalization.of(3, 0.9, 1e-5));
    assertThat(frozen.toString()).startsWith("FrozenBatchNormalization(");
  }

  @Test
  void frozenDenseNeitherMovesNorAddsToTheLossNorDecays() {
    DenseLayer layer =
        Lowered.layer(
            Lowered.network(
                training(meanSquaredError(), adamW().weightDecay(0.1)),
                dense(3).l1(0.1).l2(0.2).biasL1(0.3).biasL2(0.4).frozen().named("it"),
                dense(1)),
            "it",
            DenseLayer.class);

    for (String key : List.of("W", "b")) {
      assertThat(layer.getUpdaterByParam(key)).isEqualTo(new Frozen());
      assertThat(layer.getRegularizationByParam(key)).isEmpty();
    }
    assertThat(layer.getConstraints()).isNullOrEmpty();
  }

  @Test
  void frozenDenseWhoseBiasesStartAtRandomDoesNotMoveEither() {
    DenseLayer layer =
        Lowered.layer(
            Lowered.network(
                training(meanSquaredError(), adam()),
                dense(3).biasInitializer(uniform()).frozen().named("it"),
                dense(1)),
            "it",
            TextbookDense.class);

    assertThat(layer.getUpdaterByParam("W")).isEqualTo(new Frozen());
    assertThat(layer.getUpdaterByParam("b")).isEqualTo(new Frozen());
  }

  @Test
  void theLayersAroundOneThatIsFrozenLearnAsBefore() {
    ComputationGraphConfiguration configuration =
        Lowered.network(
            training(meanSquaredError(), adamW().weightDecay(0.1)),
            dense(3).l2(0.2).named("before"),
            dense(3).frozen(),
            dense(1).named("after"));

    DenseLayer before = Lowered.layer(configuration, "before", DenseLayer.class);
    DenseLayer after = Lowered.layer(configuration, "after", DenseLayer.class);

    assertThat(before.getUpdaterByParam("W")).isInstanceOf(TextbookAdam.class);
    assertThat(before.getRegularizationByParam("W")).hasSize(2);
    assertThat(after.getUpdaterByParam("b")).isInstanceOf(TextbookAdam.class);
    assertThat(after.getRegularizationByParam("W")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, Double.NaN, Double.POSITIVE_INFINITY})
  void everyGradientOfFrozenParametersGivesNoUpdate(double slope) {
    GradientUpdater<Frozen> updater = new Frozen().instantiate((INDArray) null, true);
    INDArray gradient = Nd4j.createFromArray(slope, -slope);

    updater.applyUpdater(gradient, 0, 0);

    assertThat(gradient.toDoubleVector()).containsExactly(0, 0);
    assertThat(updater.getState()).isEmpty();
  }

  @Test
  void frozenParametersHaveNoLearningRate() {
    Frozen frozen = new Frozen();

    assertThat(frozen.hasLearningRate()).isFalse();
    assertThat(frozen.getLearningRate(1, 1)).isNaN();
    assertThat(frozen.stateSize(100)).isZero();
    assertThat(frozen.clone()).isEqualTo(frozen).hasSameHashCodeAs(frozen).hasToString("Frozen()");
    assertThatThrownBy(() -> frozen.setLrAndSchedule(0.1, null))
        .hasMessage(
            "Frozen has no learning rate, but got 0.1. Fix: set the rate of layers that learn,"
                + " those whose `hasLearningRate()` holds.");
  }

  private static ComputationGraphConfiguration frozen() {
    return Lowered.network(
        training(meanSquaredError(), adam()),
        dense(3),
        batchNorm().momentum(0.9).epsilon(1e-3).frozen().named("it"),
        dense(1));
  }
}
