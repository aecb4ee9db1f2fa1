package dev.lamina.compiler.lowering;

import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.elu;
import static dev.lamina.dsl.Losses.categoricalCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.adamW;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lamina.compiler.lowering.updater.DecoupledWeightDecay;
import dev.lamina.compiler.lowering.updater.TextbookAdam;
import dev.lamina.dsl.Initializers;
import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.optimizer.Optimizer;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.Seeds;
import dev.lamina.dsl.training.TrainingPlan;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;

class LoweringTest {

  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd());

  static Stream<Arguments> optimizers() {
    return Stream.of(
        arguments(sgd(), new Sgd(0.01)),
        arguments(sgd(0.5), new Sgd(0.5)),
        arguments(adam(), new TextbookAdam(0.001, 0.9, 0.999, 1e-8, false)),
        arguments(
            adam(0.05).beta1(0.8).beta2(0.99).epsilon(1e-7),
            new TextbookAdam(0.05, 0.8, 0.99, 1e-7, false)),
        arguments(adamW().epsilonHat(), new TextbookAdam(0.001, 0.9, 0.999, 1e-8, true)));
  }

  @Test
  void onlyKernelsDecay() {
    ComputationGraphConfiguration configuration =
        Lowered.network(
            training(meanSquaredError(), adamW().weightDecay(0.1)),
            dense(3).l2(0.5),
            batchNorm(),
            dense(1));

    List<DenseLayer> dense = layers(configuration, DenseLayer.class);
    assertThat(dense.get(0).getRegularization())
        .containsExactly(new L2Regularization(1), new DecoupledWeightDecay(0.1));
    assertThat(dense.get(1).getRegularization()).containsExactly(new DecoupledWeightDecay(0.1));
    assertThat(dense).allSatisfy(each -> assertThat(each.getRegularizationBias()).isEmpty());
    assertThat(ComputationGraphConfiguration.fromJson(configuration.toJson()))
        .isEqualTo(configuration);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("optimizers")
  void eachLayerIsUpdatedByTheOptimizer(Optimizer optimizer, IUpdater updater) {
    ComputationGraphConfiguration configuration =
        Lowered.network(training(meanSquaredError(), optimizer), dense(3), batchNorm(), dense(1));

    assertThat(layers(configuration, BaseLayer.class))
        .hasSize(4)
        .allSatisfy(layer -> assertThat(layer.getIUpdater()).isEqualTo(updater));
  }

  @ParameterizedTest
  @CsvSource({"FLOAT32, FLOAT", "FLOAT64, DOUBLE"})
  void theDataTypeIsThatOfThePlan(Precision precision, DataType type) {
    ComputationGraphConfiguration configuration =
        Lowered.network(PLAN.precision(precision), dense(3), dense(1));

    assertThat(configuration.getDataType()).isEqualTo(type);
    assertThat(layerConfigurations(configuration))
        .allSatisfy(each -> assertThat(each.getDataType()).isEqualTo(type));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 42, Long.MIN_VALUE, Long.MAX_VALUE})
  void theSeedIsDerivedFromThatOfThePlanAndNeverZero(long seed) {
    TrainingPlan plan = PLAN.seed(seed);

    ComputationGraphConfiguration configuration = Lowered.network(plan, dense(3), dense(1));

    // DL4J takes 0 for a seed from the clock.
    assertThat(configuration.getDefaultConfiguration().getSeed())
        .isEqualTo(Seeds.initialWeights(plan))
        .isNotZero();
    assertThat(layerConfigurations(configuration))
        .allSatisfy(each -> assertThat(each.getSeed()).isEqualTo(Seeds.initialWeights(plan)));
  }

  @Test
  void trainingIsPlainGradientDescentOnTheMeanOfABatch() {
    ComputationGraphConfiguration configuration = Lowered.network(dense(3), dense(1));

    NeuralNetConfiguration each = configuration.getDefaultConfiguration();
    assertThat(each.getOptimizationAlgo())
        .isEqualTo(OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT);
    assertThat(each.isMiniBatch()).isTrue();
    assertThat(each.isMinimize()).isTrue();
    assertThat(configuration.getBackpropType()).isEqualTo(BackpropType.Standard);
    assertThat(layers(configuration, DenseLayer.class))
        .allSatisfy(
            layer ->
                assertThat(layer.getGradientNormalization()).isEqualTo(GradientNormalization.None));
  }

  static Stream<List<Block>> networks() {
    return Stream.of(
        List.of(dense(1)),
        List.of(dropout(0.25), dense(3).relu().l1(1e-3).l2(1e-2), batchNorm(), dense(2)),
        List.of(dense(3).noBias(), batchNorm().momentum(0.9).epsilon(1e-3), elu(0.5), dense(2)),
        List.of(dense(3).initializer(Initializers.heNormal()).leakyRelu(0.2), dense(1).tanh()),
        List.of(dense(3).initializer(Initializers.constant(0.5)).selu(), dense(1).sigmoid()));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void theConfigurationComesBackFromItsJson(List<Block> blocks) {
    ComputationGraphConfiguration configuration =
        Lowered.network(
            training(meanSquaredError(), adam()).seed(9).precision(Precision.FLOAT64),
            blocks.toArray(Block[]::new));

    ComputationGraphConfiguration back =
        ComputationGraphConfiguration.fromJson(configuration.toJson());

    assertThat(back).isEqualTo(configuration);
    assertThat(back.toJson()).isEqualTo(configuration.toJson());
  }

  @Test
  void softmaxWithItsLossComesBackFromItsJson() {
    ComputationGraphConfiguration configuration =
        Lowered.network(training(categoricalCrossEntropy(), sgd()), dense(3).softmax());
    ComputationGraphConfiguration hot =
        Lowered.network(training(categoricalCrossEntropy(), sgd()), dense(3).softmax(2));

    ComputationGraphConfiguration back =
        ComputationGraphConfiguration.fromJson(configuration.toJson());
    ComputationGraphConfiguration hotBack = ComputationGraphConfiguration.fromJson(hot.toJson());

    assertThat(back).isEqualTo(configuration);
    assertThat(hotBack).isEqualTo(hot).isNotEqualTo(configuration);
  }

  @Test
  void twoLoweringsGiveEqualJson() {
    String one = Lowered.network(PLAN, dense(3).relu(), dropout(0.5), dense(1)).toJson();
    String other = Lowered.network(PLAN, dense(3).relu(), dropout(0.5), dense(1)).toJson();

    assertThat(other).isEqualTo(one);
  }

  private static List<NeuralNetConfiguration> layerConfigurations(
      ComputationGraphConfiguration configuration) {
    return configuration.getVertices().values().stream()
        .map(vertex -> ((LayerVertex) vertex).getLayerConf())
        .toList();
  }

  private static <L> List<L> layers(ComputationGraphConfiguration configuration, Class<L> type) {
    return layerConfigurations(configuration).stream()
        .map(NeuralNetConfiguration::getLayer)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
