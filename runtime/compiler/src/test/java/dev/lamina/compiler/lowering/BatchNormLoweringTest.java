package dev.lamina.compiler.lowering;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.dsl.layer.BatchNorm;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.junit.jupiter.api.Test;

class BatchNormLoweringTest {

  @Test
  void nothingIsLeftToDefaultsOfDl4j() {
    BatchNormalization layer = lowered(batchNorm());

    assertThat(layer.getNIn()).isEqualTo(3);
    assertThat(layer.getNOut()).isEqualTo(3);
    assertThat(layer.getDecay()).isEqualTo(0.99);
    assertThat(layer.getEps()).isEqualTo(1e-5);
    assertThat(layer.getGamma()).isEqualTo(1);
    assertThat(layer.getBeta()).isZero();
    assertThat(layer.isLockGammaBeta()).isFalse();
    assertThat(layer.getRegularizationByParam("gamma")).isNullOrEmpty();
  }

  @Test
  void theVarianceIsKeptAsItIsAndNotAsALogarithm() {
    BatchNormalization layer = lowered(batchNorm());

    assertThat(layer.isUseLogStd()).isFalse();
  }

  @Test
  void theVarianceIsStillKeptAsItIsInAConfigurationThatComesBackFromJson() {
    ComputationGraphConfiguration configuration = Lowered.network(batchNorm(), dense(1));

    ComputationGraphConfiguration back =
        ComputationGraphConfiguration.fromJson(configuration.toJson());

    BatchNormalization layer = Lowered.layer(back, "batch_normalization", BatchNormalization.class);
    assertThat(layer.isUseLogStd()).isFalse();
  }

  @Test
  void gradientsAreNotNormalizedSinceThatWouldCorruptTheRunningAverages() {
    BatchNormalization layer = lowered(batchNorm());

    assertThat(layer.getGradientNormalization()).isEqualTo(GradientNormalization.None);
  }

  @Test
  void momentumIsTheDecayOfTheRunningAverages() {
    BatchNormalization layer = lowered(batchNorm().momentum(0.9));

    assertThat(layer.getDecay()).isEqualTo(0.9);
  }

  @Test
  void epsilonIsAsGiven() {
    BatchNormalization layer = lowered(batchNorm().epsilon(1e-3));

    assertThat(layer.getEps()).isEqualTo(1e-3);
  }

  private static BatchNormalization lowered(BatchNorm batchNorm) {
    return Lowered.layer(
        Lowered.network(dense(3), batchNorm.named("it"), dense(1)), "it", BatchNormalization.class);
  }
}
