package dev.lamina.compiler.lowering;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Initializers.heNormal;
import static dev.lamina.dsl.Initializers.uniform;
import static dev.lamina.dsl.Layers.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.compiler.lowering.constraint.NoNegatives;
import dev.lamina.compiler.lowering.constraint.NormBounds;
import dev.lamina.compiler.lowering.initializer.UniformWeights;
import dev.lamina.compiler.lowering.initializer.VarianceScaling;
import dev.lamina.compiler.lowering.layer.TextbookDense;
import dev.lamina.compiler.lowering.updater.DecoupledWeightDecay;
import dev.lamina.dsl.Constraints;
import dev.lamina.dsl.layer.Constraint;
import dev.lamina.dsl.layer.Dense;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.layers.LayerConstraint;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.learning.regularization.L1Regularization;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;

class DenseLoweringTest {

  @Test
  void nothingIsLeftToDefaultsOfDl4j() {
    DenseLayer layer = lowered(dense(3));

    assertThat(layer.getNIn()).isEqualTo(4);
    assertThat(layer.getNOut()).isEqualTo(3);
    assertThat(layer.getActivationFn()).isEqualTo(new ActivationIdentity());
    assertThat(layer.hasBias()).isTrue();
    assertThat(layer.getBiasInit()).isZero();
    assertThat(layer.hasLayerNorm()).isFalse();
    assertThat(layer.getIDropout()).isNull();
    assertThat(layer.getWeightNoise()).isNull();
    assertThat(layer.getConstraints()).isNullOrEmpty();
    assertThat(layer.getRegularization()).isEmpty();
    assertThat(layer.getRegularizationBias()).isEmpty();
    assertThat(layer.getWeightInitFn())
        .isEqualTo(
            new VarianceScaling(1, VarianceScaling.Fan.AVERAGE, VarianceScaling.Spread.UNIFORM));
  }

  @Test
  void theActivationIsItsOwn() {
    DenseLayer layer = lowered(dense(3).relu());

    assertThat(layer.getActivationFn()).isEqualTo(new ActivationReLU());
  }

  @Test
  void biasesCanBeLeftOut() {
    DenseLayer layer = lowered(dense(3).noBias());

    assertThat(layer.hasBias()).isFalse();
  }

  @Test
  void theInitializerIsItsOwn() {
    DenseLayer layer = lowered(dense(3).initializer(heNormal()));

    assertThat(layer.getWeightInitFn())
        .isEqualTo(new VarianceScaling(2, VarianceScaling.Fan.IN, VarianceScaling.Spread.NORMAL));
  }

  @Test
  void biasesThatStartEqualNeedNoLayerOfOurs() {
    DenseLayer layer = lowered(dense(3).biasInitializer(constant(0.5)));

    assertThat(layer).isExactlyInstanceOf(DenseLayer.class);
    assertThat(layer.getBiasInit()).isEqualTo(0.5);
  }

  @Test
  void biasesThatStartAtRandomDo() {
    DenseLayer layer = lowered(dense(3).relu().biasInitializer(uniform(-1, 1)).l2(0.5));

    DenseLayer plain = lowered(dense(3).relu().l2(0.5));
    TextbookDense expected = new TextbookDense(plain, new UniformWeights(-1, 1), 0);
    expected.setIUpdater(plain.getIUpdater());
    expected.setLayerName(plain.getLayerName());
    assertThat(layer).isEqualTo(expected);
  }

  @Test
  void weightsThatAreDroppedNeedALayerOfOursToo() {
    DenseLayer layer = lowered(dense(3).biasInitializer(constant(2)).dropConnect(0.5));

    DenseLayer plain = lowered(dense(3).biasInitializer(constant(2)));
    TextbookDense expected = new TextbookDense(plain, new WeightInitConstant(2), 0.5);
    expected.setIUpdater(plain.getIUpdater());
    expected.setLayerName(plain.getLayerName());
    assertThat(layer).isEqualTo(expected);
  }

  @Test
  void l2IsDoubledSinceDl4jHalvesIt() {
    DenseLayer layer = lowered(dense(3).l2(0.01));

    assertThat(layer.getRegularization()).containsExactly(new L2Regularization(0.02));
  }

  @Test
  void l1IsAsGiven() {
    DenseLayer layer = lowered(dense(3).l1(0.01));

    assertThat(layer.getRegularization()).containsExactly(new L1Regularization(0.01));
  }

  @Test
  void bothPenaltiesAreForWeightsAndNotForBiases() {
    DenseLayer layer = lowered(dense(3).l1(0.5).l2(0.25));

    List<Regularization> weights = layer.getRegularizationByParam("W");
    assertThat(weights)
        .containsExactlyInAnyOrder(new L1Regularization(0.5), new L2Regularization(0.5));
    assertThat(layer.getRegularizationByParam("b")).isNullOrEmpty();
  }

  @Test
  void biasesHavePenaltiesOfTheirOwn() {
    DenseLayer layer = lowered(dense(3).biasL1(0.5).biasL2(0.25));

    List<Regularization> biases = layer.getRegularizationByParam("b");
    assertThat(biases)
        .containsExactlyInAnyOrder(new L1Regularization(0.5), new L2Regularization(0.5));
    assertThat(layer.getRegularizationByParam("W")).isNullOrEmpty();
  }

  @Test
  void weightsAndBiasesHaveDecaysOfTheirOwn() {
    DenseLayer layer = lowered(dense(3).weightDecay(0.5).biasWeightDecay(0.25));

    assertThat(layer.getRegularizationByParam("W")).containsExactly(new DecoupledWeightDecay(0.5));
    assertThat(layer.getRegularizationByParam("b")).containsExactly(new DecoupledWeightDecay(0.25));
  }

  static Stream<Arguments> constraints() {
    return Stream.of(
        arguments(Constraints.maxNorm(3), new NormBounds(0, 3)),
        arguments(Constraints.unitNorm(), new NormBounds(1, 1)),
        arguments(Constraints.minMaxNorm(0.5, 2), new NormBounds(0.5, 2)),
        arguments(Constraints.nonNegative(), new NoNegatives()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("constraints")
  void weightsObeyAConstraintUnlessTheyAreFrozen(Constraint constraint, LayerConstraint expected) {
    DenseLayer free = lowered(dense(3).constraint(constraint));
    DenseLayer frozen = lowered(dense(3).constraint(constraint).frozen());

    assertThat(free.getConstraints()).containsExactly(expected);
    assertThat(frozen.getConstraints()).isNullOrEmpty();
  }

  /** A layer before the last, so that no loss takes its activation. */
  private static DenseLayer lowered(Dense dense) {
    return Lowered.layer(Lowered.network(dense.named("it"), dense(1)), "it", DenseLayer.class);
  }
}
