package dev.lamina.training.semantics;

import static dev.lamina.dsl.Initializers.constant;
import static dev.lamina.dsl.Layers.batchNorm;
import static dev.lamina.dsl.Layers.dense;
import static dev.lamina.dsl.Layers.dropout;
import static dev.lamina.dsl.Layers.hardSigmoid;
import static dev.lamina.dsl.Layers.linear;
import static dev.lamina.dsl.Layers.relu;
import static dev.lamina.dsl.Layers.relu6;
import static dev.lamina.dsl.Layers.sigmoid;
import static dev.lamina.dsl.Layers.softsign;
import static dev.lamina.dsl.Layers.tanh;
import static dev.lamina.dsl.Losses.binaryCrossEntropy;
import static dev.lamina.dsl.Losses.meanSquaredError;
import static dev.lamina.dsl.Networks.input;
import static dev.lamina.dsl.Networks.sequential;
import static dev.lamina.dsl.Optimizers.adam;
import static dev.lamina.dsl.Optimizers.sgd;
import static dev.lamina.dsl.Training.training;
import static dev.lamina.training.semantics.ExactTraining.EXACT;
import static dev.lamina.training.semantics.ExactTraining.exact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lamina.dsl.layer.Block;
import dev.lamina.dsl.layer.Dense;
import dev.lamina.dsl.layer.Layer;
import dev.lamina.dsl.network.Network;
import dev.lamina.dsl.training.Precision;
import dev.lamina.dsl.training.TrainingPlan;
import dev.lamina.training.Trainer;
import dev.lamina.training.TrainingListener;
import dev.lamina.training.data.Dataset;
import dev.lamina.training.engine.LayerFigures;
import dev.lamina.training.model.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What listeners see of the layers, against numbers worked out by hand. */
class LayerFiguresTest {

  private static final double RATE = 1e-3;
  private static final TrainingPlan PLAN = training(meanSquaredError(), sgd(RATE));

  /** Weights 2 and 3, an input of 1 and a target of 0: the derivatives are 36 and 24. */
  private static final Network CHAIN =
      sequential(input(1), weight(2).named("first"), weight(3).named("second"));

  private static final Dataset ONE_TO_ZERO = Dataset.of(new double[][] {{1}}, new double[] {0});

  static Stream<Arguments> shares() {
    return Stream.of(
        Arguments.of(relu(), new double[][] {{-1, 2, 0}, {-3, -4, 0}}, 2.0 / 3, null),
        Arguments.of(relu6(), new double[][] {{-1, 9, 0}, {-3, -4, 1}}, 1.0 / 3, null),
        Arguments.of(sigmoid(), new double[][] {{5, 4, 0}, {-5, -4, 99}}, null, 3.0 / 6),
        Arguments.of(tanh(), new double[][] {{2.3, 2.2, 0}, {-2.3, -2.2, -9}}, null, 3.0 / 6),
        Arguments.of(softsign(), new double[][] {{50, 48, 0}, {-50, -48, 1}}, null, 2.0 / 6),
        Arguments.of(hardSigmoid(), new double[][] {{3, 2.9, 0}, {-3, -2.9, 1}}, null, 2.0 / 6),
        Arguments.of(batchNorm(), new double[][] {{3, 2.9, 0}, {-3, -2.9, 1}}, null, null));
  }

  @Test
  void gradientNormAndUpdateRatioAreThoseOfTheStep() {
    List<LayerFigures> layers = seen(CHAIN, PLAN, ONE_TO_ZERO);

    assertThat(layers).extracting(LayerFigures::layer).containsExactly("first", "second");
    assertThat(layers.get(0).gradientNorm()).hasValueCloseTo(36.0, EXACT);
    assertThat(layers.get(1).gradientNorm()).hasValueCloseTo(24.0, EXACT);
    assertThat(layers.get(0).updateRatio()).hasValueCloseTo(RATE * 36 / 2, EXACT);
    assertThat(layers.get(1).updateRatio()).hasValueCloseTo(RATE * 24 / 3, EXACT);
    assertThat(layers.get(0).deadShare()).isEmpty();
    assertThat(layers.get(0).saturatedShare()).isEmpty();
  }

  @Test
  void theNormIsOfAllThatALayerLearnsAndOfTheMeanOverTheBatchAndItsPenalties() {
    Network network =
        sequential(input(2), dense(1).initializer(constant(0.5)).l2(0.1).named("unit"));
    Dataset data = Dataset.of(new double[][] {{1, 2}, {3, 0}}, new double[] {0, 0});

    List<LayerFigures> layers = seen(network, PLAN, data);

    // Both outputs are 1.5: (1.5 * (1 + 3), 1.5 * 2) and 3, and 2 * 0.1 * 0.5 by the penalty.
    double norm = Math.sqrt(6.1 * 6.1 + 3.1 * 3.1 + 3 * 3);
    assertThat(layers.get(0).gradientNorm()).hasValueCloseTo(norm, EXACT);
    assertThat(layers.get(0).updateRatio()).hasValueCloseTo(RATE * norm / Math.sqrt(0.5), EXACT);
  }

  @Test
  void theNormIsSeenBeforeClippingAndTheRatioAfterIt() {
    List<LayerFigures> layers = seen(CHAIN, PLAN.clipNorm(1), ONE_TO_ZERO);

    assertThat(layers.get(0).gradientNorm()).hasValueCloseTo(36.0, EXACT);
    assertThat(layers.get(0).updateRatio()).hasValueCloseTo(RATE / 2, EXACT);
  }

  @Test
  void whatDropoutDropsBehindALayerIsNeitherDeadNorSaturated() {
    Network network =
        sequential(
            input(1),
            dense(16).relu().initializer(constant(1)).named("rectified"),
            dropout(0.9),
            dense(16).sigmoid().initializer(constant(0)).named("squashed"),
            dropout(0.9),
            dense(1));

    List<LayerFigures> layers = seen(network, PLAN, ONE_TO_ZERO);

    assertThat(layers.get(0).deadShare()).hasValue(0);
    assertThat(layers.get(2).saturatedShare()).hasValue(0);
  }

  @Test
  void frozenLayersHaveNeitherNormNorRatio() {
    Network network =
        sequential(
            input(1), weight(2).frozen().sigmoid().named("first"), weight(3).named("second"));

    List<LayerFigures> layers = seen(network, PLAN, ONE_TO_ZERO);

    assertThat(layers.get(0).gradientNorm()).isEmpty();
    assertThat(layers.get(0).updateRatio()).isEmpty();
    assertThat(layers.get(0).saturatedShare()).hasValue(0);
    assertThat(layers.get(1).gradientNorm()).isPresent();
  }

  @Test
  void weightsOfZeroHaveNoRatio() {
    Network network = sequential(input(1), weight(0).named("unit"));
    Dataset data = Dataset.of(new double[][] {{1}}, new double[] {1});

    List<LayerFigures> layers = seen(network, PLAN, data);

    assertThat(layers.get(0).gradientNorm()).hasValueCloseTo(2.0, EXACT);
    assertThat(layers.get(0).updateRatio()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shares")
  void deadAndSaturatedSharesAreCountedOverTheBatch(
      Layer layer, double[][] rows, Double dead, Double saturated) {
    Network network = sequential(input(3), layer.named("seen"), dense(1));

    List<LayerFigures> layers = seen(network, PLAN, Dataset.of(rows, new double[] {0, 0}));

    assertThat(layers).extracting(LayerFigures::layer).containsExactly("seen", "dense");
    assertThat(boxed(layers.get(0).deadShare())).isEqualTo(dead);
    assertThat(boxed(layers.get(0).saturatedShare())).isEqualTo(saturated);
  }

  @Test
  void aReluLayerFarBelowZeroIsDeadAsAWhole() {
    Dense dead = dense(5).relu().initializer(constant(-1000)).named("dead");
    Network network = sequential(input(1), dead, dense(1));

    List<LayerFigures> layers = seen(network, PLAN, ONE_TO_ZERO);

    assertThat(layers.get(0).deadShare()).hasValue(1);
    assertThat(layers.get(0).gradientNorm()).hasValue(0);
    assertThat(layers.get(0).updateRatio()).hasValue(0);
  }

  @Test
  void theActivationThatEndsTheNetworkIsSeenToo() {
    Dense unit = dense(1).initializer(constant(7));
    Network apart = sequential(input(1), unit, sigmoid().named("end"));
    Network idle = sequential(input(1), unit.sigmoid(), linear());

    List<LayerFigures> joined = seen(sequential(input(1), unit.sigmoid()), PLAN, ONE_TO_ZERO);
    List<LayerFigures> two = seen(apart, PLAN, ONE_TO_ZERO);
    List<LayerFigures> ended = seen(idle, PLAN, ONE_TO_ZERO);

    assertThat(joined.get(0).saturatedShare()).hasValue(1);
    assertThat(two).extracting(LayerFigures::layer).containsExactly("dense", "end");
    assertThat(two.get(0).saturatedShare()).isEmpty();
    assertThat(two.get(1).saturatedShare()).hasValue(1);
    assertThat(ended)
        .extracting(LayerFigures::saturatedShare)
        .containsExactly(OptionalDouble.of(1));
  }

  @Test
  void layersThatDoNothingAreLeftOut() {
    Network network = sequential(input(1), dense(2), dropout(0), linear(), relu(), dense(1));

    List<LayerFigures> layers = seen(network, PLAN, ONE_TO_ZERO);

    assertThat(layers).extracting(LayerFigures::layer).hasSize(3).startsWith("dense");
  }

  @Test
  void gradientsVanishInADeepSigmoidNetwork() {
    List<Block> blocks = new ArrayList<>(Collections.nCopies(8, dense(6).sigmoid()));
    blocks.add(dense(1).sigmoid());
    Network deep = sequential(input(4), blocks.toArray(Block[]::new));

    List<LayerFigures> layers =
        seen(deep, training(binaryCrossEntropy(), sgd()), RandomRun.samples(32));

    double first = layers.get(0).gradientNorm().orElseThrow();
    double last = layers.get(8).gradientNorm().orElseThrow();
    assertThat(first).isPositive().isLessThan(1e-3 * last);
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void observingChangesNoBit(Precision precision) {
    TrainingPlan plan = RandomRun.PLAN.precision(precision).clipGlobalNorm(0.5);
    Weights plain = RandomRun.weights(plan);
    List<LayerFigures> heard = new ArrayList<>();

    Weights observed =
        Trainer.create()
            .listener(into(heard))
            .observeLayersEvery(1)
            .train(RandomRun.NETWORK, plan, RandomRun.samples(37))
            .model()
            .weights();

    assertThat(heard).isNotEmpty();
    assertThat(observed).isEqualTo(plain);
  }

  @Test
  void singlePrecisionIsSeenToo() {
    List<LayerFigures> layers = new ArrayList<>();
    TrainingPlan plan = training(meanSquaredError(), adam(0.5));

    assertThat(
            Trainer.create()
                .listener(into(layers))
                .observeLayersEvery(1)
                .train(CHAIN, plan, ONE_TO_ZERO))
        .isNotNull();

    assertThat(layers.get(0).gradientNorm()).hasValue(36);
    assertThat(layers.get(1).updateRatio()).hasValueCloseTo(0.5 / 3, within(1e-6));
  }

  private static List<LayerFigures> seen(Network network, TrainingPlan plan, Dataset data) {
    List<LayerFigures> layers = new ArrayList<>();
    assertThat(
            Trainer.create()
                .listener(into(layers))
                .observeLayersEvery(1)
                .train(network, exact(plan), data))
        .isNotNull();
    return layers;
  }

  private static TrainingListener into(List<LayerFigures> layers) {
    return new TrainingListener() {
      @Override
      public void layersObserved(LayersObserved observed) {
        layers.addAll(observed.layers());
      }
    };
  }

  private static Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static Dense weight(double value) {
    return dense(1).noBias().initializer(constant(value));
  }
}
